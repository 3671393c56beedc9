import type { Id } from "../../core/id.ts";
import { type Msg, msg } from "../../core/message.ts";
import { votesFile } from "../../scenario/body.ts";
import type { Cell, Table, Why } from "../blocks.ts";
import { behind, cell, whole } from "../build.ts";
import { votesBacking, votesRefs } from "./body.ts";
import { type Ground, percentOf, seated, type Seated, tableOf } from "./ground.ts";
import { keyOf } from "./key.ts";

type Votes = NonNullable<Seated["votes"]>;

export const votesOfAll = (votes: Votes): bigint => Object.values(votes).reduce((a, b) => a + b, 0n);

/** Where a party's votes come from. */
export function whyVotes(ground: Ground, body: Id, party: Id): Why | null {
  const found = seated(ground, body);
  const votes = found?.votes?.[party];
  if (!found || votes === undefined) return null;
  const steps = byDistrict(found, party);
  return {
    question: msg("whys.votes.question", { party, votes: whole(votes) }),
    answer: [from(found, party)],
    basis: votesBacking(ground, found),
    refs: votesRefs(ground, found),
    ...(steps ? { steps } : {}),
    change: [msg("whys.input")],
  };
}

/** "They stand in the file votes.csv." */
function from({ text, id }: Seated, party: Id): Msg {
  const file = votesFile(text.votes);
  return file
    ? msg("whys.votes.file", { file: file.file })
    : msg("whys.votes.written", { place: `bodies.${id}.votes.${party}` });
}

function byDistrict({ election }: Seated, party: Id): Table | null {
  if (!election || election.votes.kind === "whole") return null;
  const rows = Object.entries(election.votes.districts).map(([district, of]) => [
    cell(district),
    cell(whole(of[party] ?? 0n)),
  ]);
  const sum = Object.values(election.votes.districts).reduce((n, of) => n + (of[party] ?? 0n), 0n);
  return tableOf(msg("whys.votes.districts"), ["district", "votes"], rows, [
    cell(msg("whys.together")),
    cell(whole(sum)),
  ]);
}

/** A party's share of the votes, the division written out. */
export function whyShare(ground: Ground, body: Id, party: Id): Why | null {
  const found = seated(ground, body);
  const votes = found?.votes?.[party];
  if (!found?.votes || votes === undefined) return null;
  const all = votesOfAll(found.votes);
  if (all === 0n) return null;
  const share = percentOf(votes, all);
  return {
    question: msg("whys.share.question", { party, share }),
    answer: [
      msg("whys.share", {
        votes: behind(whole(votes), keyOf("votes", body, party)),
        all: behind(whole(all), keyOf("total", body, "votes")),
        share,
      }),
    ],
    basis: [...votesBacking(ground, found)],
    refs: votesRefs(ground, found),
  };
}

/** All votes of a body, party by party. */
export function whyAllVotes(ground: Ground, body: Id): Why | null {
  const found = seated(ground, body);
  if (!found?.votes) return null;
  const { votes } = found;
  const all = votesOfAll(votes);
  return {
    question: msg("whys.votes.all.question", { votes: whole(all), body: found.name }),
    answer: [msg("whys.votes.all", { n: Object.keys(votes).length })],
    basis: votesBacking(ground, found),
    refs: votesRefs(ground, found),
    steps: votesTable(body, votes, Object.keys(votes)),
  };
}

/** The parties that a table adds up in one row: those without a seat. */
export function whyOthers(ground: Ground, body: Id, what: string): Why | null {
  const found = seated(ground, body);
  if (!found) return null;
  const ids = Object.keys(found.found.seats).filter((id) => found.found.seats[id] === 0);
  const { votes } = found;
  if (ids.length === 0) return null;
  const counted = votes ? ids.reduce((n, id) => n + (votes[id] ?? 0n), 0n) : 0n;
  const all = votes ? votesOfAll(votes) : 0n;
  const share: Msg[] =
    votes && all > 0n && what === "share"
      ? [
          msg("whys.share", {
            votes: whole(counted),
            all: behind(whole(all), keyOf("total", body, "votes")),
            share: percentOf(counted, all),
          }),
        ]
      : [];
  return {
    question: msg("whys.others.question", { n: ids.length }),
    answer: [msg("whys.others"), ...share],
    basis: votes ? votesBacking(ground, found) : [],
    refs: votes ? votesRefs(ground, found) : [],
    ...(votes ? { steps: votesTable(body, votes, ids) } : {}),
  };
}

function votesTable(body: Id, votes: Votes, ids: readonly Id[]): Table {
  const row = (id: Id): readonly Cell[] => [cell(id), cell(whole(votes[id] ?? 0n), { why: keyOf("votes", body, id) })];
  const sum = ids.reduce((n, id) => n + (votes[id] ?? 0n), 0n);
  return tableOf(msg("whys.votes.table"), ["party", "votes"], ids.map(row), [
    cell(msg("whys.together")),
    cell(whole(sum)),
  ]);
}
