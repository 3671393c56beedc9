import { expect, test } from "vitest";
import { renderParts } from "../../render/html/page.ts";
import { renderWhy } from "../../render/html/why.ts";
import { en } from "../../render/words/en.ts";
import { wordsOf } from "../../render/words.ts";
import { reportOf } from "../report.ts";
import { whyOf } from "./why.ts";
import { findingsOf } from "./whys.testing.ts";

const words = wordsOf("en-GB", en);
const head = "powershare: 1\ntitle: A case\nsources: {s: {title: A gazette}}\n";
const votesOf = (n: number) => Array.from({ length: n }, (_, i) => `P${i}: ${i < 3 ? 1000 - i : 1 + i}`).join(", ");
const partiesOf = (n: number) => Array.from({ length: n }, (_, i) => `P${i}: {name: Party ${i}}`).join(", ");
const law = (stages: string) =>
  `{id: l, title: A law, seats: given, areas: {district: {seats: given}}, ballots: {vote: {marks: list}}, stages: [${stages}]}`;
const inDistricts =
  "{id: d, allot: {seats: district, among: parties, within: district, by: vote}, method: {divisors: dhondt}}";
const districts = {
  "votes.csv": 'district,party,votes\n"North: East, 1",A,60\n"North: East, 1",B,40\nS+W>%,A,30\nS+W>%,B,30\n',
  "seats.csv": 'district,seats\n"North: East, 1",3\nS+W>%,1\n',
};

const documents: Readonly<Record<string, readonly [text: string, files?: Readonly<Record<string, string>>]>> = {
  "a tie that is open": [
    `${head}bodies: {h: {law: list-dhondt, seats: 4, parties: {A: {name: A}, B: {name: B}, C: {name: C}}, votes: {A: 11, B: 11, C: 11}}}
government: {from: h, formation: majority, offices: {m: {count: 3, method: {divisors: dhondt}}}}`,
  ],
  "a tie in mid-count": [
    `${head}bodies: {h: {law: list-hare, seats: 7, parties: {A: {name: A}, B: {name: B}, C: {name: C}}, votes: {A: 10, B: 10, C: 10}}}`,
  ],
  "many parties, of whom most have no seat": [
    `${head}bodies: {h: {law: list-hare, seats: 10, parties: {${partiesOf(20)}}, votes: {${votesOf(20)}}, official: {seats: {P0: 5, P1: 3, P2: 2}, source: s}}}`,
  ],
  "a threshold that leaves votes out": [
    `${head}bodies: {h: {law: ${law("{id: e, admit: share(vote) >= 5%}, {id: a, allot: {seats: seats, among: e, by: vote}, method: {quota: {divide-by: seats}, rest: [largest-remainder]}}")}, seats: 10, parties: {A: {name: A}, B: {name: B}, C: {name: C}}, votes: {A: 700, B: 280, C: 20}}}`,
  ],
  "districts whose names hold the marks of a key": [
    `${head}bodies: {h: {law: ${law(inDistricts)}, districts: seats.csv, parties: {A: {name: A}, B: {name: B}}, votes: votes.csv}}`,
    districts,
  ],
  "two bodies, one with seats that are known": [
    `${head}bodies:
  h: {name: House, parties: {A: {name: A}, B: {name: B}}, result: {seats: {A: 6, B: 4}, source: s}, official: {seats: {A: 5, B: 5}, source: s}}
  s: {name: Senate, law: list-sainte-lague, seats: 5, parties: {A: {name: A}, B: {name: B}}, votes: {A: 3, B: 0}}
government:
  from: h
  majority: 7
  formation: majority
  exclude: [[A, B]]
  thresholds: {three quarters: 8}
  offices:
    minister: {count: 5, method: {quota: {divide-by: seats + 1, cut: whole}, rest: [largest-remainder]}, official: {count: {A: 3, B: 2}}}
    deputy: {each: 2, to: largest 1}`,
  ],
  "nobody has voted": [`${head}bodies: {h: {law: list-dhondt, seats: 3, parties: {A: {name: A}, B: {name: B}}}}`],
  "actors of whom nothing is known": [`${head}actors: {a: {name: Alpha}, "b+c": {name: Beta}, d: {name: Delta}}`],
  "a go-between, a demand, a disputed contact": [
    `${head}actors: {a: {name: Alpha}, "b+c": {name: Beta}, d: {name: Delta}}
relations: [{between: [a, "b+c"], willing: joint, source: s}, {between: [a, d], willing: contact, assumed: true}, {from: "b+c", to: d, willing: refuse}]
demands: [{by: a, of: ["b+c"], with: d, level: coordinate}]
contacts: [{between: ["b+c", d], disputed: true}]
issues: {i: {question: What next?, scale: {1: this, 2: that}}}
positions: [{actor: a, issue: i, at: 1, date: 2020-01-01}, {actor: a, issue: i, at: 2, date: 2020-01-02}]
later: [{date: 2021-01-01, text: An end.}]
later-positions: [{actor: d, issue: i, at: [1, 2], date: 2021-02-01}]`,
  ],
};

test.each(Object.entries(documents))(
  "%s: every number that can be asked about has an answer",
  async (_, [text, files]) => {
    const findings = await findingsOf(text, files);
    const report = reportOf(findings, "0.0.0");
    const keysIn = (html: string) =>
      [...html.matchAll(/ data-why="([^"]*)"/g)].map(([, key]) =>
        key!.replace(/&#(\d+);/g, (__, code: string) => String.fromCharCode(Number(code))),
      );
    const queue = renderParts(report, words, { interactive: true }).flatMap((p) => keysIn(p.html));
    expect(queue.length).toBeGreaterThan(0);
    const seen = new Set<string>();
    const unanswered: string[] = [];
    for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
      if (seen.has(key)) continue;
      seen.add(key);
      const why = whyOf(findings, key);
      const html = why && renderWhy(why, key, report, words);
      if (html === null || why!.answer.length === 0 || /undefined|NaN|\[object/.test(html)) unanswered.push(key);
      else queue.push(...keysIn(html));
    }
    expect(unanswered).toEqual([]);
  },
);
