import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { toCanonicalJson } from "./json.ts";

/** SHA-256, lower-case hex, of a value as UTF-8 JSON with sorted keys. */
export const hashOf = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(toCanonicalJson(value))));
