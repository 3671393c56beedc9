import type { Id } from "../../core/id.ts";
import { type Msg, msg } from "../../core/message.ts";
import { Rational } from "../../core/rational.ts";
import type { Step } from "../../core/step.ts";
import type { Why } from "../blocks.ts";
import { behind, cell, list } from "../build.ts";
import { rounded } from "../seat-whys.ts";
import { lawWords, nationalCounts, votesBacking, votesRefs } from "./body.ts";
import { claimOf, type Count, exactly, type Round } from "./count.ts";
import { type Ground, seated, type Seated, tableOf } from "./ground.ts";
import { keyOf } from "./key.ts";
import { neighbours } from "./neighbours.ts";
import { reckoningOf, sentence } from "./rows.ts";
import { counted } from "./seats.ts";
import { claimShown } from "./shown.ts";

/** Why a seat costs so many votes. */
export function whyQuota(ground: Ground, body: Id): Why | null {
  const found = seated(ground, body);
  const count = found && nationalCounts(found).find((c) => c.count.quota)?.count;
  if (!found || !count?.quota) return null;
  return {
    question: msg("whys.quota.question", { quota: rounded(count.quota.out["quota"]!), body: found.name }),
    answer: [priceWords(count.quota, keyOf("total", body, "votes")), msg("whys.quota")],
    basis: [...lawWords(found.election?.law, [count.rule]), ...votesBacking(ground, found)],
    refs: votesRefs(ground, found),
  };
}

/** "19 533 498 ÷ (400 + 1) + 1 = 48 712.97; what follows the point is dropped: 48 712." */
export function priceWords(step: Step, votesKey?: string): Msg {
  const { votes, seats, divideBy, plus, decimals } = step.in;
  const raw = exactly(votes!)
    .over(exactly(divideBy!))
    .plus(exactly(plus ?? "0"));
  const quota = exactly(step.out["quota"]!);
  return msg("whys.price", {
    votes: behind(rounded(votes!), votesKey),
    seats: Number(seats),
    more: Number(divideBy) - Number(seats),
    plus: plus ?? "",
    // Cut or not, the two are shown apart where they differ in what is printed.
    raw: { exact: raw.isWhole ? raw.toString() : raw.toFixed(raw.equals(quota) ? 2 : Number(decimals) + 2) },
    decimals: raw.equals(quota) ? "" : (decimals ?? ""),
    quota: rounded(quota.toString(), Math.max(2, Number(decimals ?? 2))),
  });
}

interface Of {
  readonly found: Seated;
  readonly count: Count;
  readonly whole: Step | undefined;
  readonly counts: ReturnType<typeof nationalCounts>;
}

/** The count over the whole country in which a party's votes were divided by a quota. */
function inQuotaCount(ground: Ground, body: Id, party: Id): Of | null {
  const found = seated(ground, body);
  if (!found) return null;
  const counts = nationalCounts(found);
  const count = counts.find((c) => c.count.wholes.has(party))?.count;
  return count ? { found, count, whole: count.wholes.get(party), counts } : null;
}

/** Why a party has so many whole quotas. */
export function whyWhole(ground: Ground, body: Id, party: Id): Why | null {
  const of = inQuotaCount(ground, body, party);
  if (!of?.whole) return null;
  const { found, count, whole: step } = of;
  const quota = exactly(step.in["quota"]!);
  const n = Number(step.out["seats"]);
  const needed = quota.times(Rational.of(n + 1));
  return {
    question: msg("whys.whole.question", { party, n, quota: rounded(step.in["quota"]!) }),
    answer: [sentence(dividedWords(step, body))],
    basis: [...lawWords(found.election?.law, [count.rule]), ...votesBacking(ground, found)],
    refs: votesRefs(ground, found),
    change: [
      msg("whys.more.whole", {
        party,
        n: n + 1,
        quota: claimShown(step.in["quota"]!),
        claim: rounded(needed.toString()),
        own: rounded(step.in["votes"]!),
        gap: rounded(needed.minus(exactly(step.in["votes"]!)).toString()),
        what: "seat",
      }),
    ],
  };
}

const dividedWords = ({ who, in: { votes, quota }, out: { seats, remainder } }: Step, body: Id): Msg =>
  msg("whys.reckoning.whole", {
    votes: behind(rounded(votes!), keyOf("votes", body, who!)),
    quota: behind(rounded(quota!), keyOf("quota", body)),
    seats: rounded(seats!),
    left: rounded(remainder!),
  });

/** Why so many votes of a party are left over, and where that stands among the others. */
export function whyLeftOver(ground: Ground, body: Id, party: Id): Why | null {
  const of = inQuotaCount(ground, body, party);
  if (!of?.whole) return null;
  const { found, count, whole: step } = of;
  const left = step.out["remainder"]!;
  const larger = [...count.wholes.values()].filter((s) => exactly(s.out["remainder"]!).compare(exactly(left)) > 0);
  const served = count.rounds.filter((r) => r.kind === "remainder").reduce((n, r) => n + r.awards.length, 0);
  return {
    question: msg("whys.left-over.question", { party, left: rounded(left) }),
    answer: [
      sentence(dividedWords(step, body)),
      msg("whys.left-over.rank", { n: larger.length + 1, of: count.wholes.size, served }),
    ],
    basis: [...lawWords(found.election?.law, [count.rule]), ...votesBacking(ground, found)],
    refs: votesRefs(ground, found),
    change: neighbours(roundsOf(count, "remainder"), party, counted(found, party, undefined)),
  };
}

const roundsOf = (count: Count, kind: Round["kind"]): Count => ({
  ...count,
  rounds: count.rounds.filter((r) => r.kind === kind),
});

/** Why a party takes seats of the rest: by the largest number left over, or by the highest average. */
export function whyRest(ground: Ground, kind: Round["kind"], body: Id, party: Id): Why | null {
  const found = seated(ground, body);
  if (!found) return null;
  const national = nationalCounts(found).find(({ count }) =>
    count.rounds.some((r) => r.kind === kind && r.awards.some((s) => s.who === party)),
  );
  if (!national) return null;
  const { count, stage } = national;
  const rounds = count.rounds.filter((r) => r.kind === kind && r.awards.some((s) => s.who === party));
  const n = rounds.reduce((sum, r) => sum + r.awards.filter((s) => s.who === party).length, 0);
  const left = count.wholes.get(party)?.out["remainder"];
  return {
    question: msg(`whys.${kind}.question`, { party, n }),
    answer: [
      ...rounds.map((round) => sentence(lastAward(round, party))),
      ...(kind === "remainder" && left !== undefined
        ? [msg("whys.remainder.left", { left: behind(rounded(left), keyOf("left-over", body, party)) })]
        : []),
    ],
    basis: [...lawWords(found.election?.law, [count.rule]), ...votesBacking(ground, found)],
    refs: votesRefs(ground, found),
    steps: orderTable(rounds),
    change: neighbours(roundsOf(count, kind), party, counted(found, party, stage?.method)),
  };
}

function lastAward(round: Round, party: Id): Msg {
  const award = round.awards.findLast((s) => s.who === party)!;
  return reckoningOf(award, round, { n: round.awards.indexOf(award) + 1, of: round.awards.length });
}

/** Up to so many awards of a round are listed. */
const mostListed = 12;

/** The order in which seats were given, and who came next. */
export function orderTable(rounds: readonly Round[]): NonNullable<Why["steps"]> {
  const rows = rounds.flatMap((round) => {
    const { awards } = round;
    const squared = awards.some((s) => s.out["averageSquared"] !== undefined);
    const from = Math.max(0, awards.length - mostListed);
    const claim = (exact: string | null) => (exact === null ? null : claimShown(exact, squared));
    return [
      ...(from > 0 ? [[cell(msg("whys.order.before", { n: from })), cell(null), cell(null)]] : []),
      ...awards.slice(from).map((s, i) => [cell(from + i + 1), cell(s.who!), cell(claim(claimOf(s)))]),
      ...Object.entries(round.next).map(([who, exact]) => [
        cell(msg("whys.order.next")),
        cell(who),
        cell(claim(exact)),
      ]),
      ...(round.open
        ? Object.entries(round.open.in).map(([who, exact]) => [
            cell(msg("whys.order.level")),
            cell(who),
            cell(claim(exact)),
          ])
        : []),
    ];
  });
  return tableOf(msg("whys.order"), ["place", "party", "claim"], rows);
}

/** All seats that one rule gave over the whole country. */
export function whyAllBy(ground: Ground, body: Id, kind: Round["kind"] | "whole"): Why | null {
  const found = seated(ground, body);
  const count = found && nationalCounts(found).find((c) => c.count.quota)?.count;
  if (!found || !count) return null;
  const rest = count.rounds.filter((r) => r.kind === kind);
  const whole = [...count.wholes.values()].reduce((n, s) => n + Number(s.out["seats"]), 0);
  const given = rest.reduce((n, r) => n + r.awards.length, 0);
  const size = Number(count.quota!.in["seats"]);
  const words = lawWords(found.election?.law, [count.rule]);
  if (kind === "whole") {
    const having = [...count.wholes.values()].filter((s) => s.out["seats"] !== "0");
    const rows = having.map((s) => [cell(s.who!), cell(Number(s.out["seats"]), { why: keyOf("whole", body, s.who!) })]);
    return {
      question: msg("whys.total.whole.question", { n: whole }),
      answer: [msg("whys.total.whole", { n: whole, left: size - whole, size })],
      basis: words,
      refs: [],
      steps: tableOf(msg("whys.total.whole.table"), ["party", "seats"], rows, [
        cell(msg("whys.together")),
        cell(whole),
      ]),
    };
  }
  if (given === 0) return null;
  const parties = [...new Set(rest.flatMap((r) => r.awards.map((s) => s.who!)))];
  return {
    question: msg(`whys.total.${kind}.question`, { n: given }),
    answer: [
      msg("whys.total.rest", {
        whole: behind(whole, keyOf("total", body, "whole")),
        size,
        left: size - whole,
        n: given,
        parties: list(parties),
      }),
    ],
    basis: words,
    refs: [],
    steps: orderTable(rest),
  };
}
