import type { Catalogue } from "../words.ts";

const numbers = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

/** A count at the head of a sentence: words up to nine, then digits. */
const upToNine = (slot: string, one: string, other: string): string => {
  const cases = numbers.map((word, n) => `=${n} {${word} ${n === 1 ? one : other}}`);
  return `{${slot}_, plural, ${cases.join(" ")} other {{${slot}} ${other}}}`;
};

const plural = (slot: string, one: string, other: string): string =>
  `{${slot}_, plural, one {${one}} other {${other}}}`;

/** What the report says, in English. */
export const enReport: Catalogue = {
  one: "{one}",
  series: "{one}; {rest}",
  "series.more": "{n} more",
  pair: "{a} and {b}",
  both: "both",
  nobody: "nobody",
  percent: "{value}%",
  plus: "+{n}",
  coalition: "{parties}",
  "line.majority": "majority",

  // Heads of columns
  "column.party": "Party",
  "column.votes": "Votes",
  "column.votes-share": "Votes, %",
  "column.seats": "Seats",
  "column.seats-share": "Seats, %",
  "column.whole-quotas": "Whole quotas of {quota}",
  "column.left-over": "Votes left over",
  "column.by-remainder": "Largest left over ({n})",
  "column.by-average": "Highest average ({n})",
  "column.district": "District",
  "column.measure": "Measure",
  "column.value": "Value",
  "column.coalition": "Coalition",
  "column.parties-n": "Parties",
  "column.margin": "Against the majority",
  "column.from": "Who",
  "column.to": "With whom",
  "column.willing": "Is willing to go as far as",
  "column.because": "Reason given, or occasion",
  "column.pair": "Pair",
  "column.level": "Level",
  "column.at-most": "At most, if the unheard side agreed",
  "column.limited-by": "What limits it",
  "column.groups": "Groups today",
  "column.possible": "If those who were not heard said yes",
  "column.go-between": "Who",
  "column.pairs-linked": "Pairs it stands between",
  "column.pairs-refused": "of them, pairs that refuse",
  "column.refusing-pairs": "Those that refuse",
  "column.date": "Date",
  "column.actor": "Who",
  "column.position": "Position",
  "column.statement": "Statement",
  "column.per-seat": "Divided",
  "column.whole": "Whole",
  "column.surplus": "Left over",
  "column.offices": "Offices",
  "column.official": "Published",

  // Levels
  "level.refuse": "refuse",
  "level.none": "none",
  "level.contact": "contact",
  "level.coordinate": "coordinate",
  "level.joint": "joint",
  "level.met": "contact (they have met)",

  // Relations
  "relations.question": "Who can work with whom?",
  "relations.answer":
    "Of {pairs} pairs {joint_, plural, =0 {none} other {{joint}}} could act jointly today, {coordinate_, plural, =0 {none} other {{coordinate}}} at most coordinate, {contact_, plural, =0 {none} other {{contact}}} at most talk; {refuse_, plural, =0 {no pair is} one {one is} other {{refuse} are}} closed by a refusal.{none_, plural, =0 {} one { Of one pair nothing is recorded.} other { Of the other {none} nothing is recorded, which does not say that they do not deal.}}",
  "relations.rule":
    "Two can do no more together than the less willing of them allows. One refusal is enough to close a pair; one opening is not enough to open it.",
  "relations.matrix.caption":
    "Known: {known} of {all} directions ({stated} from statements, {met} from meetings); {refusals_, plural, =0 {none is a refusal} one {one is a refusal} other {{refusals} are refusals}}",
  "relations.matrix.shown": "Row: who is willing. Column: with whom. {drawn} of {actors} actors are drawn.",
  "relations.matrix.alt":
    "A table of {actors} by {actors} actors. {known} of {all} directions are stated or follow from a contact; they are listed in the table below.",
  "relations.matrix.note":
    "Not stated means that the sources do not say. It is not the same as none, nor as a refusal.",
  "relations.stated.caption": "Everything that is known",
  "relations.graph.caption": `${plural("pairs", "{pairs} pair deals", "{pairs} pairs deal")} with each other; {refused_, plural, =0 {none refuses} one {in {refused} pair one side refuses} other {in {refused} pairs one side refuses}}`,
  "relations.graph.shown":
    "Thick: joint. Medium: coordinate. Thin: contact. Crossed: refused, the arrow comes from the one who refuses. Dashed: only one side is known.",
  "relations.graph.note":
    "Left out of the drawing: {out}, with whom nobody is known to deal{others_, plural, =0 {} one {, and the one refusal of them} other {, and the {others} refusals of them}}. Actors in one box have the same links.",
  "relations.graph.alt": "A drawing of the pairs; all of them are listed in the table below.",
  "relations.pairs.caption": "Pairs of whom something is known",
  "relations.groups": "Who could act together",
  "relations.groups.caption": "Groups in which everyone is willing to deal with everyone at the level or above",
  "relations.groups.note":
    "A group is as large as it can be: nobody could be added. The last column counts a side that was not heard as willing as the side that was.",
  "relations.refusals": plural("n", "{n} refusal", "{n} refusals"),
  "relations.refusal": "{from} {n_, plural, one {refuses} other {refuse}} to deal with {to}.",
  "relations.refusal.because": "{from} refuses to deal with {to}: {because}.",
  "relations.between": "Who stands between",
  "relations.between.caption": "Those in contact with two who are not in contact with each other",
  "relations.between.note":
    "A go-between is in contact, or closer, with both; the two are not in contact with each other.",
  "relations.handshakes": "What would open most",
  "relations.handshake":
    "{changes}. Then {group} could {level, select, joint {act jointly} coordinate {coordinate} other {be in contact}}: {after} together instead of {before_, plural, =0 {none} other {{before}}}.",
  "relations.change": "{from} raises its willingness towards {to} from “{was}” to “{becomes}”",
  "relations.change.unstated": "{from} says “{becomes}” to {to} (no answer is reported)",
  "relations.handshakes.more": "{n} more changes at the level “{level}” would do as much.",
  "relations.demands": "Asked of others",
  "relations.demand":
    "{by} to {of}: {level} {with_, select, none {with one another} other {with {with}}}.{because_, select, none {} other { Reason given: {because}.}} {met_, plural, =0 {None of the {all} directions is there already.} other {{met} of the {all} directions are there already.}}",
  "relations.disputed": "Reported and disputed",
  "relations.disputed.item": "A contact between {between}. {note}",

  // Positions
  "positions.question": "How have positions moved?",
  "positions.answer":
    "{several_, plural, =0 {Each of {actors} actors has made one dated statement, so no movement can be seen.} other {{who} made more than one dated statement; {moves_, plural, =0 {no position changed} one {one position changed} other {positions changed {moves} times}}. Of the others there is one each.}}",
  "positions.caption": "{question} The latest positions reach from {from} ({low}) to {to} ({high})",
  "positions.shown": "Statements from {from} to {to}; each line is one actor.",
  "positions.alt": "{actors} actors made {statements} dated statements; all of them are listed in the table below.",
  "positions.at": "{at}: {word}",
  "positions.between": "between {low} and {high}",
  "positions.table.caption": "The statements",

  // Plan, context, later, gaps
  "plan.question": "What was proposed?",
  "plan.answer": `${upToNine("n", "item", "items")}, as described by {by}.`,
  "plan.item": "{id}: {text}{note_, select, none {} other { ({note})}}",
  "plan.item.by": "{id}: {text} (According to {by}.{note_, select, none {} other { {note}}})",
  "plan.item.by-of": "{id}: {text} (According to {by}, of {of}.{note_, select, none {} other { {note}}})",
  "context.question": "What else is on record?",
  "later.question": "What happened next?",
  "later.answer": "Nothing here entered the computation.",
  "later.answer.date": "After {date}. Nothing here entered the computation.",
  "later.positions": "Later statements. {question}",
  "gaps.question": "What is assumed, and what is not known?",
  "gaps.answer":
    "{assumed_, plural, =0 {Nothing is assumed} one {One fact is assumed} other {{assumed} facts are assumed}}, {unsourced_, plural, =0 {every fact has a source} one {one fact has no source} other {{unsourced} facts have no source}}{unstated_, plural, =0 {.} other {, and {unstated} directions between actors are not stated by anyone.}}",
  "gaps.assumed": "{n_, plural, one {Assumed} other {Assumed ({n})}}",
  "gaps.unsourced": "{n_, plural, one {Without a source} other {Without a source ({n})}}",
  "gaps.fact": "{why_, select, none {{fact}} other {{fact}: {why}}}",
  "gaps.unstated": "What the sources do not say: {n} of {all} directions",
  "gaps.silent": "{actor}: not stated towards {about}.",
  "gaps.silent.many": "{actor}: not stated towards {n} of {all} others.",
  "gaps.silent.all": "{actor}: nothing is stated towards anyone.",
  "gaps.absent": "Kept, and not computed by this version",
  "gaps.not-in-this-version": "{key}",

  // Seats
  "seats.question": "Who won the seats?",
  "seats.question.of": "Who won the seats of the {body}?",
  "seats.answer": `${upToNine("winners", "party", "parties")} of {parties} ${plural("winners", "has", "have")} at least one of the {total} seats.`,
  "seats.answer.quota": `${upToNine("winners", "party", "parties")} of {parties} ${plural("winners", "takes", "take")} seats. A full quota is {quota} votes.`,
  "seats.caption": "{party} holds {share}% of the seats",
  "seats.shown": "{body}, {total} seats, largest party first.",
  "seats.alt": "{total} seats in a half circle: {list}.",
  "seats.of": "{party} {n}",
  "seats.tie":
    "{parties} are level for {seats_, plural, one {the last seat} other {the last {seats} seats}}{where_, select, none {} other { in {where}}}. No lot is entered, so {seats_, plural, one {one seat is} other {{seats} seats are}} undecided.",
  "seats.others": "{n} other parties",
  "seats.all": "All {n} parties",
  "seats.table.caption": "Votes and seats",
  "seats.steps.caption": "From votes to seats, step by step",
  "seats.rule": "The rule: {rule}.",
  "seats.districts.caption": "Seats by district",
  "official.agrees.seats": "The computed seats are the official result.",
  "official.differs.seats": "The computed seats differ from the official result: {list}.",
  "official.pair": "{party} {computed}, officially {official}",
  "measures.caption": "Votes against seats",
  "measure.gallagher": "Gallagher's index of disproportionality",
  "measure.loosemoreHanby": "Loosemore-Hanby index of disproportionality",
  "measure.sainteLague": "Sainte-Laguë index of disproportionality",
  "measure.rae": "Rae's index of disproportionality",
  "measure.effectivePartiesVotes": "Effective number of parties by votes (Laakso and Taagepera)",
  "measure.effectivePartiesSeats": "Effective number of parties by seats",
  "measure.wastedVotes": "Votes for parties without a seat",
  "why.question": "Why does {party} have {seats_, plural, one {# seat} other {# seats}} and not {before}?",
  "why.quotas":
    "Its {votes} votes hold {seats_, plural, =0 {no whole quota} one {one whole quota} other {{seats} whole quotas}} of {quota}; {left} votes are left over.",
  "why.remainders-first": `${upToNine("n", "seat", "seats")} of those left went to the largest numbers of votes left over.`,
  "why.average":
    "{of_, plural, one {The last seat goes} other {Seat {n} of the last {of} goes}} to the highest average: {votes} ÷ {divisor} = {average}, and that is {party}'s.",
  "why.average.first": "{party} comes in with its first seat, which every party with votes has before anyone's second.",
  "why.average.squared":
    "{of_, plural, one {The last seat goes} other {Seat {n} of the last {of} goes}} to the highest average of {party}'s {votes} votes.",
  "why.remainder": "Its {left} votes left over are number {n} of the {of} largest.",
  "why.rule": "Rule: {rule}.",

  // Governments
  "governments.question": "Who can govern?",
  "governments.question.past": "Who could govern?",
  "governments.sets":
    "{winning} of {all} possible coalitions have a majority{limited, select, yes { and hold no two parties that refuse each other} other {}}",
  "governments.answer": "{sets}.",
  "governments.answer.needs": "{sets}, and {party} is in all of them.",
  "governments.none": "No admissible coalition reaches the majority of {majority}.",
  "governments.minimal":
    "{n_, plural, one {The only coalition in which everybody is needed} other {Coalitions in which everybody is needed}}",
  "governments.formed": "{name_, select, none {The government formed: {parties}} other {{name}: {parties} (formed)}}",
  "governments.all-but": "All but {party}",
  "governments.without": "Without the party that is in all of them",
  "governments.shown": "Seats of each coalition against the majority of {majority}.",
  "governments.alt": "{n} coalitions as bars against a line at {majority} seats; the numbers are in the table below.",
  "governments.hidden": "The first {shown} of {all} are drawn.",
  "governments.caption.none": "No coalition has a majority",
  "governments.caption.minority": "The government formed held {seats} seats, below the majority of {majority}",
  "governments.caption.alone":
    "{party} has a majority alone{formed, select, yes {; the government formed is larger} other {}}",
  "governments.caption.minimal": "{n} coalitions have a majority that needs every one of its members",
  "governments.table.caption": "The coalitions drawn",
  "governments.refused": "{label} (two of them refuse each other)",
  "margin.spare": "{n} to spare",
  "margin.short": "{n} short",

  // Why something is absent
  "absent.no-votes":
    "{seats_, select, none {Nobody has given votes} other {No party has a vote}}{body_, select, none {} other { for the {body}}}, so there is nothing to count.",
  "absent.undecided": "Seats are tied and no lot is entered; this depends on who takes them.",
  "absent.not-in-this-version": "This version does not compute it.",
  "absent.over-allotment":
    "The quota gives out {given} seats where there are {seats}, and the law does not say what then.",
  "absent.under-allotment": "The rules of the law leave {left} of {seats} seats without a holder.",

  // Title and key findings
  lead: "Computed from {facts} facts.",
  "title.none": "{facts} facts are on record; nothing follows from them yet",
  "title.cabinet": `${upToNine("n", "party shares", "parties share")} {offices} {office}; {alone, select, yes {one of them {past, select, past {could have governed} other {could govern}} alone} other {none {past, select, past {could have governed} other {could govern}} alone}}.`,
  "title.no-government": "No coalition {past, select, past {had} other {has}} a majority.",
  "title.alone": "{party} {past, select, past {could have governed} other {can govern}} alone.",
  "title.coalition":
    "{sets} coalitions {past, select, past {could have governed} other {can govern}}; the smallest needs {parties} parties.",
  "title.seats": "{party} {open, select, yes {has at least} other {has}} {seats} of {total} seats.",
  "title.joint": "{group} can act jointly; nobody refuses anybody.",
  "finding.plan": "Proposed: {items}.",
  "finding.plan.why":
    "As described by {by}{more_, plural, =0 {.} one {, with one more item.} other {, with {more} more items.}}",
  "finding.seats": "{party} has {seats} of {total} seats, {margin}.",
  "finding.above": "{n_, plural, =0 {exactly a majority} other {{n} more than a majority needs}}",
  "finding.below": "{n} short of a majority",
  "finding.no-tie":
    "No seat is tied.{agrees, select, yes { The official result is the same.} no { The official result differs.} other {}}",
  "finding.ties":
    "{open_, plural, one {One seat is} other {{open} seats are}} tied and no lot is entered: {ways} results are possible.",
  "finding.indispensable":
    "{limited, select, yes {Given who refuses whom, no majority} other {No majority}} exists without {party}.",
  "finding.governments": "{minimal} coalitions have a majority that needs every member.",
  "finding.governments.why":
    "{winning_, plural, one {One combination of parties has} other {{winning} combinations of parties have}} a majority; {alone_, select, none {{minimal_, plural, one {one of them needs every member} other {{minimal} of them need every member}}} other {{alone} needs no partner}}.",
  "finding.cabinet": "{n} {office}: {list}.",
  "finding.cabinet.why":
    "{entry_, select, none {} other {For parties with {entry}. }}{agrees, select, yes {This is as announced. } no {It was announced otherwise. } other {}}{order, select, yes {The rule fixes the order of picks.} other {}}",
  "finding.refused": "Refused: {by} will not deal with {target}.",
  "finding.refused.why":
    "{reasons_, select, none {} other {Reasons given: {reasons}. }}{met_, select, none {} other {A contact of {met} with {target} is reported and disputed. }}{out_, select, none {} other {Left aside: {out}, with whom nobody is known to deal.}}",
  "finding.joint": "Acting jointly: {groups}.",
  "finding.joint.why": "With coordination at least: {group}.",
  "finding.coordinate": "At least coordinating: {group}.",
  "finding.between":
    "On record only {actor} is in contact with both sides of {n_, plural, one {the pair that refuses} other {all {n} pairs that refuse}}.",
  "finding.between.why": "Contact is recorded; a willingness to mediate is not.",
  "finding.unheard":
    "Worth finding out first: whether {a} and {b} {level, select, joint {act jointly} coordinate {coordinate} other {are in contact}} with each other. No source here says.",
  "finding.unstated": "{n} of {all} directions between actors are not stated by anyone.",
  "finding.position": "Open: {question} Positions reach from {from} ({low}) to {to} ({high}).",
  "finding.position.agreed": "{question} All stand at: {word}.",
  "finding.position.why":
    "{actors} actors have taken a position; {moves_, plural, =0 {no change is on record} one {one change is on record} other {{moves} changes are on record}}. The numbers are the author's scale.",
  "rests.sourced": "{n_, plural, one {fact with a source} other {facts with a source}}",
  "rests.assumed": "{n_, plural, one {assumption} other {assumptions}}",
  "rests.unsourced": "{n_, plural, one {fact without a source} other {facts without a source}}",
  "rests.unstated": "{n_, plural, one {direction not stated by anyone} other {directions not stated by anyone}}",
  "rests.official": "{agree} of {all} published figures agree with the computed ones.",
  "rests.not-a-forecast": "These are consequences of what was written down. They are not a forecast.",

  // Cabinet
  "cabinet.question": "Who gets the ministries?",
  "cabinet.answer":
    "{n} {office}: {list}.{entry_, select, none {} other { They are for parties with {entry}.}}{order, select, yes { The rule gives the order in which parties pick.} no { The rule fixes numbers only: it has no order of picks and does not say which offices.} other {}}",
  "cabinet.absent": "{office}: {why}",
  "cabinet.caption": "{n} {office}: {list}",
  "cabinet.shown": "One square is one office.",
  "cabinet.shown.order": "One square is one office, in the order of the picks.",
  "cabinet.alt": "{offices} {office}: {list}.",
  "cabinet.division": "{seats} ÷ {by} = {quotient}",
  "cabinet.table.caption": "Offices by party",
  "cabinet.table.quota": "One office costs {quota} seats",
  "cabinet.together": "Together",
  "cabinet.tie":
    "{parties} are level for {seats_, plural, one {one office} other {{seats} offices}}{orderOnly, select, yes {; only the order hangs on it} other {. Nothing is entered that decides it, so it is open}}.",
  "official.agrees.offices": "The computed offices are those announced.",
  "official.differs.offices": "The computed offices differ from those announced.",
  "absent.nobody-takes-part": "Nobody takes part, so {offices} offices have no holder.",
  noted: "{note_, select, none {{text}} other {{text} ({note})}}",
  "relations.matrix.note.silent":
    "Not stated means that the sources do not say. It is not the same as none, nor as a refusal. No direction is recorded by or of {actors}, who are left out of the drawing.",
  "title.refused": `${upToNine("n", "actor refuses", "actors refuse")} {target}.`,
  "title.refused.between": `${upToNine("n", "actor refuses", "actors refuse")} {target}; on record only {actor} talks to both sides.`,
  "cabinet.table.division":
    "{seats} ÷ {more_, plural, =0 {{offices}} other {({offices} + {more})}} = {quota} seats for one office{cut_, select, none {} other {, further decimals dropped}}",
  "entry.largest": "{n_, plural, one {the most seats} other {the most seats ({n} parties)}}",
  "entry.bound":
    "{strict, select, yes {more than} other {at least}} {bound}{figure, select, seats { seats} votes { votes} sharevotes {% of the votes} other {% of the seats}}{least_, plural, =0 {} other { (the {least} largest where fewer reach it)}}",
  sentences: "{one}. {rest}",
  "group.members": "{group} ({members})",
  "limited.unheard": "{actor} (not recorded)",
  "relations.meeting":
    "{on_, select, none {a meeting} other {{on}}}{date_, select, none {} other {{before, select, yes {, before {date}} other {, {date}}}}}",
  "relations.unheard-pairs":
    "If they said “{level, select, joint {joint} coordinate {coordinate} other {contact}}” to each other, of which no answer is reported: {pairs}. Any one of these would make {after} who could {level, select, joint {act jointly} coordinate {coordinate} other {be in contact}}, instead of {before}.",
  "finding.reason": "{because} ({actor})",
  "finding.to-open":
    "{mutual_, plural, =0 {{n_, plural, one {The refusal is one-sided: it} other {All {n} refusals are one-sided: each}} would have to be withdrawn by the side that made it.} other {{mutual} of {n} refusals are mutual: there both sides would have to move.}}",
};
