import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { filesInZip, isZip, zipOf } from "./zip.ts";

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const all = (): boolean => true;
const at = new Date(2026, 0, 1);

const codeOf = (zip: Uint8Array): string | undefined => {
  const found = filesInZip(zip, "z.zip", all);
  return "trouble" in found ? found.trouble.code : undefined;
};

function read(zip: Uint8Array): Record<string, string> {
  const found = filesInZip(zip, "z.zip", all);
  if ("trouble" in found) throw new Error(found.trouble.code);
  return Object.fromEntries(found.value.map(({ path, bytes }) => [path, text(bytes)]));
}

const files = [
  { path: "scenario.yaml", bytes: strToU8("powershare: 1\n".repeat(50)) },
  { path: "data/الأصوات.csv", bytes: strToU8("party,votes\n") },
];

test("what goes into a zip comes out again", () => {
  const zip = zipOf(files, at);
  expect(isZip(zip)).toBe(true);
  expect(read(zip)).toEqual({ "scenario.yaml": text(files[0]!.bytes), "data/الأصوات.csv": "party,votes\n" });
});

test("only what is asked for is unpacked; folders never are", () => {
  const zip = zipSync({ "a/": new Uint8Array(), "a/b.csv": strToU8("b"), "a/c.png": strToU8("c") });
  const found = filesInZip(zip, "z.zip", (path) => path.endsWith(".csv"));
  expect(found).toMatchObject({ value: [{ path: "a/b.csv" }] });
});

test("stored files, a comment at the end, and bytes around it in the same memory", () => {
  const zip = zipSync({ "a.csv": [strToU8("stored"), { level: 0 }] });
  const padded = new Uint8Array(zip.length + 20).fill(7);
  padded.set(zip, 8);
  const commented = padded.subarray(8, 8 + zip.length + 5);
  new DataView(padded.buffer).setUint16(8 + zip.length - 2, 5, true);
  expect(read(commented)).toEqual({ "a.csv": "stored" });
});

test("a zip of Python's zipfile, written as a stream: the sizes stand after the data, as macOS writes them", () => {
  const zip = Buffer.from(
    "UEsDBBQACAgIAAAAIVwAAAAAAAAAAAAAAAAHAAAAw6kueWFtbCvIL08tKs5ILEq1UjDkKqAzDwBQSwcIJMVuNBMAAAB+AAAAUEsDBBQACAAIAAAAIVwA" +
      "AAAAAAAAAAAAAAAJAAAAdm90ZXMuY3N2AwBQSwcIAAAAAAIAAAAAAAAAUEsBAhQDFAAICAgAAAAhXCTFbjQTAAAAfgAAAAcAAAAAAAAAAAAAAIABAAAA" +
      "AMOpLnlhbWxQSwECFAMUAAgACAAAACFcAAAAAAIAAAAAAAAACQAAAAAAAAAAAAAAgAFIAAAAdm90ZXMuY3N2UEsFBgAAAAACAAIAbAAAAIEAAAAAAA==",
    "base64",
  );
  expect(read(zip)).toEqual({ "é.yaml": "powershare: 1\n".repeat(9), "votes.csv": "" });
});

describe("a zip that cannot be read", () => {
  const zip = zipOf(files, at);
  const changed = (place: number, ...values: number[]): Uint8Array => {
    const copy = zip.slice();
    copy.set(values, place);
    return copy;
  };
  const directory = new DataView(zip.buffer).getUint32(zip.length - 6, true);

  test("cut off anywhere", () => {
    for (let length = 0; length < zip.length; length += 7) expect(codeOf(zip.subarray(0, length))).toBe("zip-damaged");
    for (let start = 1; start < zip.length; start += 7) expect(codeOf(zip.subarray(start))).toBe("zip-damaged");
  });

  test("with any byte changed it throws nothing, and no text is changed unseen", () => {
    for (let place = 0; place < zip.length; place++) {
      const found = filesInZip(changed(place, zip[place]! ^ 0x41), "z.zip", all);
      if ("trouble" in found) continue;
      for (const { bytes } of found.value) expect(files.map((file) => text(file.bytes))).toContain(text(bytes));
    }
  });

  test("with a password, or packed in a way that is not read", () => {
    expect(codeOf(changed(directory + 8, 1))).toBe("zip-locked");
    expect(codeOf(changed(directory + 10, 12))).toBe("zip-unknown");
  });

  test("with too many files", () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`${i}.csv`, strToU8("x")]));
    expect(codeOf(zipSync(many))).toBe("too-many-files");
  });

  test("that is larger than it says is stopped while it is being unpacked", () => {
    const limits = { files: 9, fileBytes: 2 ** 16, bytes: 2 ** 17 };
    const codeWithin = (zip: Uint8Array): string | undefined => {
      const found = filesInZip(zip, "z.zip", all, limits);
      return "trouble" in found ? found.trouble.code : undefined;
    };
    const bomb = zipSync({ "a.csv": new Uint8Array(2 ** 24) });
    // The size that the directory states
    new DataView(bomb.buffer).setUint32(new DataView(bomb.buffer).getUint32(bomb.length - 6, true) + 24, 5, true);
    expect(codeWithin(bomb)).toBe("too-large");
    const piece = new Uint8Array(2 ** 16);
    expect(codeWithin(zipSync({ "a.csv": piece, "b.csv": piece }))).toBeUndefined();
    for (const level of [0, 9] as const)
      expect(codeWithin(zipSync({ "a.csv": piece, "b.csv": piece, "c.csv": piece }, { level }))).toBe(
        "too-large-together",
      );
  });
});
