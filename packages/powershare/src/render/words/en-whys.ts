import type { Catalogue } from "../words.ts";

/** A select over what was counted: seats of a body, or offices. */
const thing = "{what, select, office {office} other {seat}}";
const perThing = "{what, select, office {seats for each office} other {votes for each seat}}";
const unit = "{what, select, office {seats} other {votes}}";

/** What the answers behind numbers say, in English. */
export const enWhys: Catalogue = {
  "html.change": "What would change it",

  // Heads of columns
  "column.step": "Step",
  "column.reckoning": "Reckoning",
  "column.rule": "Rule",
  "column.place": "Place",
  "column.claim": "Stands at",
  "column.figure": "Figure",
  "column.agreement": "Published",
  "column.without": "Without it",
  "column.gap": "Apart, %",
  "column.fact": "Fact",
  "column.remark": "Remark",
  "column.where": "In the document",
  "column.members": "Members",
  "column.group": "Group",
  "column.one": "One side",
  "column.other": "The other",
  "column.link": "In contact at",
  "column.directions": "Directions",
  "column.about": "Towards",
  "column.was": "Before",
  "column.is": "After",

  // Shared
  "whys.steps": "Step by step",
  "whys.together": "Together",
  "whys.facts": "The facts behind it",
  "whys.assumed": "Assumed: {what}.{because_, select, none {} other { The reason given: {because}.}}",
  "whys.unsourced": "Without a source: {what}.",
  "whys.quote": "In the words of the source: “{quote}”.",
  "whys.note": "Remark: {note}",
  "whys.note.on": "On {what}: {note}",
  "whys.because": "Reason given: {because}.",
  "whys.quoted": "“{quote}”{note_, select, none {} other { {note}}}",
  "whys.rule": "Rule: {rule} of “{law}”.",
  "whys.law": "Rule: “{law}”.",
  "whys.input": "This is an input. Change it, and everything that follows from it is computed anew.",
  "whys.more-of-them": "{n} more are not listed here.",
  "whys.everyone": "everyone",
  "whys.unstated": "not stated",
  "whys.same": "the same",
  "whys.other": "another",
  "whys.overruled": "replaced by a later or a more specific statement",
  "whys.before": "before {date}",

  // Facts in a few words
  "fact.relation": "{from} to {to}: {level}",
  "fact.relation.both": "{from} and {to}: {level}",
  "fact.demand": "{by} asks {of}: {level} with {with}",
  "fact.contact": "A contact of {between}{on_, select, none {} other { on {on}}}",
  "fact.position": "{actor} on “{question}”: {at}",
  "fact.position.this": "this position",
  "fact.votes": "the votes for the {body}",
  "fact.result": "the seats of the {body}",
  "fact.official": "the published figures: {body}",
  "fact.lot": "a lot drawn for the {body}",
  "fact.joins": "who takes part in the government",
  "fact.formed": "the government that formed{name_, select, none {} other {: {name}}}",
  "fact.office": "the rule for {office}",
  "fact.rule": "this rule",

  // Votes
  "whys.votes.question": "Where do the {votes} votes for {party} come from?",
  "whys.votes.file": "They stand in the file {file}.",
  "whys.votes.written": "They stand in the document, at {place}.",
  "whys.votes.districts": "The votes by district",
  "whys.votes.all.question": "Which are the {votes} votes for the {body}?",
  "whys.votes.all": "The valid votes of all {n} parties, added up.",
  "whys.votes.table": "The votes by party",
  "whys.share.question": "Why does {party} have {share}% of the votes?",
  "whys.share": "{votes} ÷ {all} = {share}%.",
  "whys.others.question": "Which are the {n} other parties?",
  "whys.others": "Those without a seat, added up in one row.",

  // Seats
  "whys.seats.question": "Why does {party} have {seats} of {total} seats?",
  "whys.seats.district.question":
    "Why does {party} have {seats_, plural, =0 {no seat} one {one seat} other {{seats} seats}} in {district}?",
  "whys.seats.parts": "{parts}.",
  "whys.part.whole": "{n} for whole quotas",
  "whys.part.remainder": "{n} by the largest numbers of votes left over",
  "whys.part.average": "{n} by the highest average",
  "whys.seats.divisors":
    "Each seat goes to the party with the highest average at that moment; of {of} times {party} has it {n_, plural, =0 {never} one {once} other {{n} times}}.",
  "whys.seats.none": "No step gives it one of the {total} seats.",
  "whys.seats.votes": "It has {votes} votes, {share}% of all.",
  "whys.seats.votes.here": "It has {votes} votes there.",
  "whys.seats.known": "They are given, not counted from votes.",
  "whys.subtract": "{held} of them were given out before, from the lists of the districts; {seats} are added here.",
  "whys.tie":
    "{level}{where_, select, none {} other { in {where}}}. No lot is entered, so it is open who takes what they are level for.",
  "whys.level": `{parties} are level for {seats_, plural, one {one ${thing}} other {{seats} ${thing}s}}, at {claim} each`,
  "whys.ways": "{ways} results are possible.",
  "whys.open": "Undecided",
  "whys.open.question":
    "Which {n_, plural, one {seat} other {{n} seats}} of the {body} {n_, plural, one {is} other {are}} undecided?",
  "whys.change.lot": "A drawn lot, entered at {place}, decides it.",
  "whys.change.districts":
    "Each district has a last seat of its own: what stands next to it is behind the seats of the district.",

  "whys.step.admit": "Entry",
  "whys.step.whole-quotas": "Whole quotas",
  "whys.step.remainder": "Largest left over",
  "whys.step.average": "Highest average",
  "whys.step.between": "{n} more",
  "whys.step.lot": "Lot",
  "whys.step.each": "The same number for each",
  "whys.step.after-tie": "After the tie",
  "whys.reckoning.whole": "{votes} ÷ {quota} = {seats}, remainder {left}",
  "whys.reckoning.remainder":
    "{left} left over: {of_, plural, one {the most, which takes one} other {number {n} of the {of} that take one}}",
  "whys.reckoning.by-votes": "level with others, and ahead by {votes} votes",
  "whys.reckoning.average": "{votes} ÷ {divisor} = {average}: number {n} of {of}",
  "whys.reckoning.first": "the first one, which everybody has before anyone’s second: number {n} of {of}",
  "whys.reckoning.between": "each time its average is the highest",
  "whys.reckoning.lot": "{level} were level; the lot was drawn for {taken}",
  "whys.reckoning.admit":
    "{figure} against the {bar} that the law asks for: {admitted, select, yes {goes on} other {does not go on}}",
  "whys.reckoning.district": "{votes} votes there",
  "whys.reckoning.after-tie": "however the tie falls",
  "whys.reckoning.bound":
    "{value}{unit, select, seats { seats} votes { votes} sharevotes {% of the votes} other {% of the seats}}; {strict, select, yes {more than} other {at least}} {bar} needed",
  "whys.reckoning.largest": "among the largest {n}, with {value} seats",

  // What stands next to it
  "whys.fewer.level": `One ${thing} fewer: {rivals} stood level with {party} in this step, at {claim}; what was entered beside the count decided.`,
  "whys.more.level": `One ${thing} more: {party} stood level with {rivals} in this step, at {claim}; what was entered beside the count decided.`,
  "whys.fewer.average": `One ${thing} fewer: {rivals} would be next in this step, with {claim} ${perThing}; {party} stands at {own}, {gap} above.`,
  "whys.fewer.remainder": `One ${thing} fewer: {rivals} would be next in this step, with {claim} ${unit} left over; {party} has {own}, {gap} more.`,
  "whys.fewer.whole": `One ${thing} fewer: {left} ${unit} are left over above its whole quotas; if it lost more than these, at the same quota, {seats_, plural, =0 {none} one {one} other {{seats}}} of them would be left.`,
  "whys.more.average": `One ${thing} more: {party} would stand at {own} ${perThing}; the lowest at which another took one in this step is that of {rivals}, {claim}: {gap} above.`,
  "whys.more.remainder": `One ${thing} more: {party} has {own} ${unit} left over; the fewest with which another took one in this step are those of {rivals}, {claim}: {gap} more.`,
  "whys.more.whole": `One ${thing} more: at the same quota, {n} × {quota} = {claim} ${unit} hold {n_, plural, one {one whole quota} other {{n} whole quotas}}; {party} has {own}, {gap} fewer.`,

  // Quotas and the rest
  "whys.quota.question": "Why does a seat of the {body} cost {quota} votes?",
  "whys.quota": "Each party has a seat for every time its votes hold this number.",
  "whys.price":
    "{votes} ÷ {more_, plural, =0 {{seats}} other {({seats} + {more})}}{plus_, select, none {} other { + {plus}}} = {raw}{decimals_, select, none {.} 0 {; what follows the point is dropped: {quota}.} other {; decimals after the first {decimals} are dropped: {quota}.}}",
  "whys.whole.question":
    "Why does {party} have {n_, plural, =0 {no whole quota} one {one whole quota} other {{n} whole quotas}} of {quota}?",
  "whys.left-over.question": "Why does {party} have {left} votes left over?",
  "whys.left-over.rank":
    "In size this is number {n} of {of}; {served_, plural, =0 {no seat goes that way} one {one seat goes that way} other {{served} seats go that way}}.",
  "whys.remainder.question":
    "Why does {party} take {n_, plural, one {a seat} other {{n} seats}} by the largest number of votes left over?",
  "whys.remainder.left": "What is left over above its whole quotas: {left}.",
  "whys.average.question": "Why does {party} take {n_, plural, one {a seat} other {{n} seats}} by the highest average?",
  "whys.order": "In this order",
  "whys.order.before": "{n} before",
  "whys.order.next": "next, without",
  "whys.order.level": "level",
  "whys.total.whole.question": "Why are {n} seats given for whole quotas?",
  "whys.total.whole":
    "The whole quotas of all parties, added up. {size} − {n} = {left}: so many are left for the rules that follow.",
  "whys.total.whole.table": "Whole quotas by party",
  "whys.total.remainder.question":
    "Which {n_, plural, one {seat goes} other {{n} seats go}} to the largest numbers of votes left over?",
  "whys.total.average.question": "Which {n_, plural, one {seat goes} other {{n} seats go}} to the highest averages?",
  "whys.total.rest":
    "{size} − {whole} = {left} {left_, plural, one {seat is} other {seats are}} left after whole quotas. This rule gives {n_, plural, one {one} other {{n}}} of them, to {parties}.",

  // Of a body
  "whys.size.question": "Why does the {body} have {size} seats?",
  "whys.size.law": "The law fixes it: “{law}”.",
  "whys.size.given": "The document gives it, at {place}; the law leaves it open.",
  "whys.size.districts": "The seats of {n_, plural, one {its one district} other {its {n} districts}}, added up.",
  "whys.size.known": "The seats that are given, added up.",
  "whys.district.question": "Which are the {seats} seats of {district}?",
  "whys.district": "The seats that were given out there, added up.",
  "whys.majority.question": "Why are {n} seats a majority of the {body}?",
  "whys.majority": "{size} ÷ 2 = {half}; more than half is {n}.",
  "whys.majority.set": "The document sets it, at {place}.",
  "whys.threshold.question": "Why {n} seats for “{name}”?",
  "whys.threshold": "The document names this number, at {place}. It is shown, and nothing is computed with it.",
  "whys.against-majority.spare.question": "Why does {party} have {n} seats more than a majority needs?",
  "whys.against-majority.short.question": "Why is {party} {n} seats short of a majority?",
  "whys.seat-share.question": "Why does {party} have {share}% of the seats?",
  "whys.seat-share": "{seats} ÷ {total} = {share}%.",
  "whys.seat-share.votes": "Of the votes it has {share}%.",
  "whys.official.question": "How do the computed figures compare with those published: {body}?",
  "whys.official.differs": "The computed seats differ from the official result.",
  "whys.official.table": "Computed and published",
  "whys.agreement.question": "Which {agree} of {all} published figures agree?",
  "whys.agreement":
    "A figure agrees when every party has the number that was published, and none of them is undecided.",
  "whys.agreement.table": "What was compared",
  "whys.measure.question": "{name}: why {value}{unit}?",
  "whys.measure.table": "Votes and seats in percent",
  "whys.measure.gallagher":
    "The differences between the two shares of each party are squared and added up; the measure is the square root of half the sum.",
  "whys.measure.loosemoreHanby": "Half the sum of the differences between the two shares of each party.",
  "whys.measure.sainteLague": "The squared difference of each party, divided by its share of the votes, added up.",
  "whys.measure.rae": "The mean of the differences over all {n} parties that stood.",
  "whys.measure.effectivePartiesVotes":
    "One divided by the sum of the squared shares of the votes: so many parties of equal size would give the same sum.",
  "whys.measure.effectivePartiesSeats":
    "One divided by the sum of the squared shares of the seats: so many parties of equal size would give the same sum.",
  "whys.measure.wastedVotes": "The votes of those without a seat, divided by all votes: {parties}.",

  // Coalitions
  "whys.coalition.question":
    "Why {n_, plural, one {does {parties} have} other {do {parties} together have}} {seats_, plural, one {{seats} seat} other {{seats} seats}}?",
  "whys.coalition.table": "Party by party",
  "whys.coalition.refuse": "{a} and {b} refuse each other, so no government is counted that holds both.",
  "whys.coalition.formed": "This government formed{name_, select, none {} other {: {name}}}.",
  "whys.coalition.no-one": "No single party would bring it to a majority.",
  "whys.coalition.with": "With {parties} it would reach a majority.",
  "whys.coalition.spares": "It keeps its majority without any one of its parties.",
  "whys.coalition.needs": "Without {n_, plural, one {{parties}} other {any one of {parties}}} it has no majority.",
  "whys.plus": "{one} + {next}",
  "whys.sentence": "{text}.",
  "whys.sum": "{sum} = {total}.",
  "whys.margin.question": "Why {margin}?",
  "whys.margin.one": "{party} has {seats} seats.",
  "whys.margin.spare": "A majority is {majority}: {total} − {majority} = {n} to spare.",
  "whys.margin.short": "A majority is {majority}: {majority} − {total} = {n} short.",
  "whys.coalitions.all.question": "Why {n} possible coalitions?",
  "whys.coalitions.all":
    "Each of the {parties} parties with seats is in or out: 2 to the power of {parties} is {n}, the empty one included.",
  "whys.coalitions.winning.question": "Why do {n} coalitions have a majority?",
  "whys.coalitions.winning": "Of the {all}, so many hold at least {majority} seats and break no condition.",
  "whys.coalitions.minimal.question":
    "Which {n_, plural, one {coalition needs} other {{n} coalitions need}} every member?",
  "whys.coalitions.minimal":
    "They hold at least {majority} seats, and without any one of their parties they would not.",
  "whys.coalitions.table": "Coalitions that need every member",

  // Offices
  "whys.office.question": "Why does {party} have {n} of the {total} {office}?",
  "whys.office.each": "Each party that is entitled has {n}.",
  "whys.office.seats":
    "Its {seats} seats count.{quota, select, yes { {left_, plural, =0 {Whole quotas give out all {offices}, so nothing hangs on what is left over.} one {Whole quotas leave one of {offices} for the rest.} other {Whole quotas leave {left} of {offices} for the rest.}}} other {}}",
  "whys.office.held": "{n} that it holds already count in the divisor.",
  "whys.office.entry": "Entitled: parties with {entry}.",
  "whys.joins": "Taking part: {parties}.",
  "whys.entry.above": "The rule asks for {least} seats; it has {n_, plural, =0 {exactly so many} other {{n} more}}.",
  "whys.entry.below": "The rule asks for {least} seats; it has {n} fewer.",
  "whys.price.question": "Why does one of the {office} cost {quota} seats?",
  "whys.price.table": "Seats of those who take part",
  "whys.quotient.question": "Why do the seats of {party} hold the price of an office {value} times?",
  "whys.surplus.question": "Why are {value} seats of {party} left over?",
  "whys.offices.question": "Why {n} {office}?",
  "whys.offices.fixed": "There are {n}, as the document says at {place}.",
  "whys.offices.each":
    "{n} for each of {parties_, plural, one {the one party} other {the {parties} parties}} entitled.",
  "whys.pick.question": "Why is {party} number {n} to pick one of the {office}?",

  // Relations
  "whys.direction.question": "How far is {from} willing to go with {to}?",
  "whys.direction.stated":
    "{assumed, select, yes {Assumed} other {Stated}}: {code, select, refuse {it refuses} none {no dealings} contact {as far as “{level}”} coordinate {as far as “{level}”} other {as far as “{level}”}}.",
  "whys.direction.met": "The sources do not say. The two have met or spoken, so it counts as “contact”.",
  "whys.direction.unstated":
    "The sources do not say. That is neither “none” nor a refusal; in the computation it counts as none.",
  "whys.direction.asked": "{by} asks for it: {level}. That is no willingness of its own.",
  "whys.direction.disputed": "A contact of the two is reported and disputed, and counts for nothing. {note}",
  "whys.direction.change": "A later statement of {from} about {to} would take its place.",
  "whys.direction.change.unstated": "A statement of {from} about {to}, entered with its source, would say it.",
  "whys.pair.question": "What can {a} and {b} do together?",
  "whys.pair":
    "{code, select, refuse {Nothing: one refusal is enough to close a pair.} none {Nothing that is known.} other {“{level}”: no more than the less willing of the two allows.}}",
  "whys.pair.at-most": "If the side that was not heard were as willing as the other: “{level}”.",
  "whys.pair.table": "The two directions",
  "whys.pair.change.unheard":
    "Of {n_, plural, one {{who}} other {both}} it is not known how far {n_, plural, one {it} other {they}} would go; a statement of {n_, plural, one {it} other {both}} could raise it.",
  "whys.pair.change":
    "Held back by {n_, plural, one {{who}} other {both}}: only more willingness on {n_, plural, one {that side} other {both sides}} would raise it.",
  "whys.pairs.all.question": "Why {n} pairs?",
  "whys.pairs.all":
    "Each of {actors} actors with each of the {others} others, every pair once: {actors} × {others} ÷ 2 = {pairs}.",
  "whys.pairs.question":
    "Which {n_, plural, one {pair} other {{n} pairs}} {which, select, refuse {{n_, plural, one {is} other {are}} closed by a refusal} none {{n_, plural, one {is} other {are}} not known to deal with each other} contact {can at most talk} coordinate {can at most coordinate} joint {could act jointly} other {{n_, plural, one {deals} other {deal}} with each other}}?",
  "whys.pairs.rule":
    "A pair is at the lesser of its two directions; one that nobody stated counts as contact where the two have met, else as none.",
  "whys.pairs.table": "The pairs",
  "whys.directions.all.question": "Why {n} directions?",
  "whys.directions.all": "Each of {actors} actors towards each of the {others} others: {actors} × {others} = {n}.",
  "whys.directions.stated.question": "Which {n_, plural, one {direction is} other {{n} directions are}} stated?",
  "whys.directions.stated": "{all} − {unstated} = {n}.",
  "whys.pairs.refuse-drawn": "Left aside are pairs with {out}, with whom nobody is known to deal.",
  "whys.pairs.refuse-left-out": "These are pairs with {out}, with whom nobody is known to deal.",
  "whys.directions.known.question": "Which {n_, plural, one {direction is} other {{n} directions are}} known?",
  "whys.directions.known": "Those that somebody stated, and those of two who have met, which count as contact.",
  "whys.directions.met.question":
    "Which {n_, plural, one {direction follows} other {{n} directions follow}} from meetings?",
  "whys.directions.met": "Nobody stated them; the two have met or spoken, which counts as contact both ways.",
  "whys.directions.refused.question":
    "Which {n_, plural, one {direction is a refusal} other {{n} directions are refusals}}?",
  "whys.directions.refused": "What was stated by the side that refuses; one refusal closes a pair.",
  "whys.demand.question": "Why {n} of {all} directions?",
  "whys.demand":
    "{by} asks {of}: {level} with {with}. Each direction that this asks for is compared with what is stated.",
  "whys.demand.table": "The directions asked for",
  "whys.groups.question":
    "{level, select, joint {Who could act jointly} coordinate {Who could coordinate} other {Who could be in contact}} today?",
  "whys.possible.question":
    "{level, select, joint {Who could act jointly} coordinate {Who could coordinate} other {Who could be in contact}} if those who were not heard said yes?",
  "whys.groups": "In each group everyone is at “{level}” or above with everyone, and nobody could be added.",
  "whys.possible":
    "As today, with each side that was not heard counted as willing as the side that was; everyone is at “{level}” or above with everyone.",
  "whys.groups.isolated": "{n_, plural, one {One actor is} other {{n} actors are}} in no group.",
  "whys.groups.table": "The groups",
  "whys.groups.change": "A pair joins or leaves a group when the less willing of the two moves.",
  "whys.largest.question":
    "Which is the largest group that {level, select, joint {could act jointly} coordinate {could coordinate} other {could be in contact}} today?",
  "whys.largest": "{n_, plural, one {There is one} other {There are {n}}} of that size at “{level}”: {groups}.",
  "whys.largest.none": "No two are at “{level}” with each other.",
  "whys.handshake.question":
    "Why {n} together who {level, select, joint {could act jointly} coordinate {could coordinate} other {could be in contact}}?",
  "whys.handshake":
    "{changes}. With {n_, plural, one {this change} other {these changes}} every two of {group} are at “{level}” or above.",
  "whys.handshake.before": "Today the largest group has {before}.",
  "whys.handshake.change": "{from} to {to}, now “{was}”, would be “{becomes}”",
  "whys.handshake.table": "The pairs of the group today",
  "whys.between.all.question":
    "{n_, plural, =0 {Does {actor} stand between a pair?} one {Between which pair does {actor} stand?} other {Between which {n} pairs does {actor} stand?}}",
  "whys.between.refused.question":
    "{n_, plural, =0 {Does {actor} stand between a pair that refuses?} one {Between which pair that refuses does {actor} stand?} other {Between which {n} pairs that refuse does {actor} stand?}}",
  "whys.between.none": "No.",
  "whys.between.table": "The pairs, and its links with both",

  // Positions
  "whys.position.question": "Why does {actor} stand at “{at}”?",
  "whys.position": "By its statement of {date}. The question: {question}",
  "whys.position.statement": "What was said: {statement}",
  "whys.position.table": "Its statements in order",
  "whys.position.change": "A later statement on the same question takes the place of this one.",
  "whys.moves.question": "Which {n_, plural, =0 {moves were there} one {is the one move} other {are the {n} moves}}?",
  "whys.moves": "A move is a statement of an actor that differs from its statement before.",
  "whys.moves.table": "The moves",
  "whys.statements.question": "Which are the {n} dated statements?",
  "whys.statements": "All that are recorded up to the date of the facts.",
  "whys.actors.question": "Which {n} actors have taken a position?",
  "whys.actors": "{actors} actors in {statements} statements.",

  "whys.range.question": "Where does everybody stand? {question}",
  "whys.range": "By the latest statement of each. The lowest point is {low}, the highest {high}.",
  "whys.range.table": "The latest positions",

  // Facts
  "whys.standing.sourced": "with a source",
  "whys.standing.assumed": "assumed",
  "whys.standing.unsourced": "without a source",
  "whys.facts.all.question": "Which are the {n} facts?",
  "whys.facts.all": "Every record of the document: what was stated, met, proposed, counted, published, or assumed.",
  "whys.facts.sourced.question": "Which {n_, plural, one {fact has} other {{n} facts have}} a source?",
  "whys.facts.sourced": "Each names a publication, by itself or through the record it stands in.",
  "whys.facts.assumed.question": "What is assumed?",
  "whys.facts.assumed":
    "{n_, plural, =0 {Nothing.} other {Nobody stated these. They are marked as assumed in the document.}}",
  "whys.facts.unsourced.question": "Which facts have no source?",
  "whys.facts.unsourced":
    "{n_, plural, =0 {None: each names a publication or is marked as assumed.} other {They name no publication and are not marked as assumed.}}",
  "whys.facts.change": "A source, entered beside the fact, would change it.",
  "whys.facts.unstated.question":
    "Which {n_, plural, one {direction is} other {{n} directions are}} not stated by anyone?",
  "whys.facts.unstated": "{all} − {stated} = {n}. A direction is one actor’s willingness towards one other.",
  "whys.facts.unstated.table": "Who stated nothing towards whom",
  "whys.facts.unstated.change": "A statement found for one of them takes it from this list.",
  "whys.silent.question": "Towards which {n} of {all} others is nothing stated by {actor}?",
  "whys.silent": "Towards {about}. Those whom it has met are not among them.",
  "whys.silent.nobody": "Towards nobody whom it has not met.",
};
