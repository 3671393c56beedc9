import { expect, test } from "vitest";
import { apply } from "../draft/history.ts";
import { changesFrom } from "./tables.ts";

const file = (name: string, text: string | Uint8Array<ArrayBuffer>) => new File([text], name);

test("dropped tables stand beside the scenario, one of the same name is replaced", async () => {
  const files = { "scenario.yaml": "votes: votes.csv\n", "votes.csv": "party,votes\nANC,1\n" };
  const read = await changesFrom(files, [
    file("votes.csv", "party,votes\r\nANC,2\r\n"),
    file("seats.csv", "party,seats\n"),
  ]);
  if ("trouble" in read) throw new Error(read.trouble.code);
  expect(apply(files, read.value)).toEqual({
    "scenario.yaml": "votes: votes.csv\n",
    "votes.csv": "party,votes\nANC,2\n",
    "seats.csv": "party,seats\n",
  });
});

test("what cannot be a table is told, and nothing is changed", async () => {
  const codeOf = async (name: string, text: string | Uint8Array<ArrayBuffer>) => {
    const read = await changesFrom({}, [file("good.csv", "a"), file(name, text)]);
    return "trouble" in read ? read.trouble.code : null;
  };
  expect(await codeOf("con.csv", "a")).toBe("file-name");
  expect(await codeOf("votes.csv", new Uint8Array([0xff]))).toBe("not-utf-8");
});
