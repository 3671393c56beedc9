/** Faults of laws, votes and tables of votes in English, and why a count has no result. */
export const enElection: Readonly<Record<string, string>> = {
  // Tables
  "fault.csv-empty": "The file is empty",
  "fault.csv-empty.mend": "Write {expected} as the first line, and one line for each row.",
  "fault.csv-quote": "{cell} has a quotation mark where none can stand",
  "fault.csv-quote.mend": "Put the whole value in quotation marks and double those inside, or write none.",
  "fault.csv-quote-open": "A value begins with a quotation mark and has none at its end",
  "fault.csv-quote-open.mend": "Write the closing quotation mark, or remove the first.",
  "fault.csv-separator": "The cells are separated by {got, select, tab {tabs} other {“{got}”}}",
  "fault.csv-separator.mend": "Write commas between the cells.",
  "fault.csv-no-header": "The first line, “{got}”, does not name the columns",
  "fault.csv-no-header.mend": "Write {expected} as the first line.",
  "fault.csv-header": "“{got}” is not a column that is read here",
  "fault.csv-header.mend":
    "{near_, select, none {Remove the column; those that are read are {known}.} other {Did you mean {near}?}}",
  "fault.csv-header-twice": "Two columns are called {got}",
  "fault.csv-header-twice.mend": "Keep one of the two.",
  "fault.csv-no-column": "There is no column {column}",
  "fault.csv-no-column.mend": "Write {expected} as the first line.",
  "fault.csv-no-rows": "Below the names of the columns there is nothing",
  "fault.csv-no-rows.mend": "Write one line for each row.",
  "fault.csv-cells":
    "This line has {got_, plural, one {one cell} other {{got} cells}} where the first line has {expected}",
  "fault.csv-cells.mend": "Write {columns}; put a value with a comma in it in quotation marks.",

  // Counts of votes
  "fault.votes-missing": "The number of votes is missing",
  "fault.votes-missing.mend": "Write it, 0 if there were none.",
  "fault.votes-negative": "{got} is less than no votes",
  "fault.votes-negative.mend": "Write a whole number from 0 on.",
  "fault.votes-not-whole": "{got} is not a whole number of votes",
  "fault.votes-not-whole.mend": "Write the votes as they were counted, without a fraction.",
  "fault.votes-grouped": "“{got}” has signs between its digits",
  "fault.votes-grouped.mend": "Write {write}.",
  "fault.votes-ambiguous": "“{got}” can mean {write} or a number with decimals",
  "fault.votes-ambiguous.mend": "Write {write} if these are the votes.",
  "fault.votes-too-large": "{got} is more than {most}, the most that is counted",
  "fault.votes-too-large.mend": "Write the votes as they were counted.",
  "fault.votes-not-a-number": "“{got}” is not a number of votes",
  "fault.votes-not-a-number.mend": "Write digits 0 to 9, nothing else.",

  // Counts of seats
  "fault.seats-missing": "The number of seats is missing",
  "fault.seats-missing.mend": "Write it.",
  "fault.seats-negative": "{got} is less than no seats",
  "fault.seats-negative.mend": "Write a whole number from 0 on.",
  "fault.seats-not-whole": "{got} is not a whole number of seats",
  "fault.seats-not-whole.mend": "Write a whole number.",
  "fault.seats-grouped": "“{got}” has signs between its digits",
  "fault.seats-grouped.mend": "Write {write}.",
  "fault.seats-ambiguous": "“{got}” can mean {write} or a number with decimals",
  "fault.seats-ambiguous.mend": "Write {write} if these are the seats.",
  "fault.seats-too-large": "{got} is more than {most}, the most seats that are given out",
  "fault.seats-too-large.mend": "Write the seats of this district.",
  "fault.seats-not-a-number": "“{got}” is not a number of seats",
  "fault.seats-not-a-number.mend": "Write digits 0 to 9, nothing else.",
  "fault.seats-out-of-range": "{got} is not a number of seats",
  "fault.seats-out-of-range.mend": "Write a whole number from 0 to {most}.",

  // Parties and districts
  "fault.party-missing": "The name of the party is missing",
  "fault.party-missing.mend": "Write it, or remove the line.",
  "fault.party-number": "{party} is a number, and a party needs a name",
  "fault.party-number.mend": "Write a name with a letter in it, as in list-{party}.",
  "fault.party-twice":
    "{party} stands here a second time{where_, select, none {} other { in {where}}}; it is first in line {line}",
  "fault.party-twice.mend": "Keep one of the two lines, or add them up.",
  "fault.district-missing": "The name of the district is missing",
  "fault.district-missing.mend": "Write it, or remove the line.",
  "fault.district-twice": "{district} stands here a second time; it is first in line {line}",
  "fault.district-twice.mend": "Keep one of the two lines.",
  "fault.district-without-votes": "{district} has seats and no votes",
  "fault.district-without-votes.mend":
    "{near_, select, none {Add its votes; a sum over some of the districts is not the whole.} other {Add its votes. Did you mean {near}?}}",
  "fault.district-without-seats": "{district} has votes and no seats",
  "fault.district-without-seats.mend":
    "{near_, select, none {Add its seats, 0 if it has none.} other {Add its seats. Did you mean {near}?}}",
  "fault.magnitudes-fixed":
    "The law gives each district of {area} {seats_, plural, one {one seat} other {{seats} seats}}",
  "fault.magnitudes-fixed.mend": "Remove the seats of the districts, or write `seats: given` in the law.",
  "fault.seats-without-districts": "Seats are given for each district, and the votes are of the whole",
  "fault.seats-without-districts.mend": "Write the votes as district,party,votes, or one number of seats.",
  "fault.threshold-not-a-share": "“{got}” is not a share of the votes",
  "fault.threshold-not-a-share.mend": "Write a share from 0% to 100%, as in 5% or 1/20.",

  // Lots
  "fault.lot-outsider": "{party} is said to have won a lot among {among}",
  "fault.lot-outsider.mend": "Write under `taken` only parties that stand under `among`.",
  "fault.lot-unused":
    "No tie is open between exactly {among}{where_, select, none {} other { in {where}}}, so this lot decides nothing",
  "fault.lot-unused.mend":
    "{n_, plural, =0 {Remove the lot: nothing is tied.} other {Remove the lot, or name all who are level: {ties}.}}",
  "fault.lot-winners":
    "{among} are level for {seats_, plural, one {one seat} other {{seats} seats}}, and the lot names {got_, plural, one {one winner} other {{got} winners}}",
  "fault.lot-winners.mend": "Write {seats_, plural, one {one winner} other {{seats} winners}} under `taken`.",

  // The names in a law
  "fault.law-no-seats": "No stage of the law gives out seats",
  "fault.law-no-seats.mend": "Add a stage with `allot:` and a `method:`.",
  "fault.law-no-ballot": "The law has no ballot",
  "fault.law-no-ballot.mend": "Write `ballots: '{'vote: '{'marks: list'}}'`.",
  "fault.law-one-ballot": "{ballot} is a second ballot, and one is counted",
  "fault.law-one-ballot.mend": "Keep one ballot for now.",
  "fault.name-reserved": "{name} has a meaning of its own in every law",
  "fault.name-reserved.mend": "Choose another name.",
  "fault.area-unknown": "{got} is not an area of the law",
  "fault.area-unknown.mend":
    "{near_, select, none {{n_, plural, =0 {Add it under `areas:`.} other {Write {known}, or add it under `areas:`.}}} other {Did you mean {near}?}}",
  "fault.area-loop": "The area {area} lies in itself",
  "fault.area-loop.mend": "Name under `in:` the larger area that it divides.",
  "fault.ballot-unknown": "{got} is not a ballot of the law",
  "fault.ballot-unknown.mend": "{near_, select, none {Write {known}.} other {Did you mean {near}?}}",
  "fault.stage-twice": "{stage} is the name of stage {first} already",
  "fault.stage-twice.mend": "Give each stage a name of its own.",
  "fault.stage-unknown": "{got} is not an earlier stage of the law",
  "fault.stage-unknown.mend":
    "{near_, select, none {{n_, plural, =0 {No stage before this one can stand here.} other {Write {known}.}}} other {Did you mean {near}?}}",
  "fault.stage-later": "{stage} does not come before {here}, and a stage can use earlier ones only",
  "fault.stage-later.mend": "Move {stage} up, or name an earlier stage.",
  "fault.stage-no-admit": "{stage} does not say who goes on",
  "fault.stage-no-admit.mend": "Write `parties`, or a stage with `admit:`.",
  "fault.stage-no-allot": "{stage} gives out no seats",
  "fault.stage-no-allot.mend": "Name an earlier stage with `allot:`.",
  "fault.held-twice": "The seats of {stage} are taken off in {by} already",
  "fault.held-twice.mend": "Take them off once.",
  "fault.held-area": "{stage} does not count in the districts of {area}, so there is nothing to take off in each",
  "fault.held-area.mend": "Count both stages in the same area, or remove `within:` here.",
  "fault.source-unknown": "{got} is not a source of the law",
  "fault.source-unknown.mend":
    "{near_, select, none {Add it under `sources:`, or write the article as text.} other {Did you mean {near}?}}",

  // The formulas in a law
  "fault.figure-unknown": "“{got}” at character {at} is not a figure that is known here",
  "fault.figure-unknown.mend":
    "{near_, select, none {Write {known}; a minus needs a space on both sides.} other {Did you mean {near}? A minus needs a space on both sides.}}",
  "fault.figure-no-ballot": "{figure} at character {at} does not say of which ballot",
  "fault.figure-no-ballot.mend": "Write the ballot in brackets, here {ballots}.",
  "fault.figure-no-base": "{figure} at character {at} has a base, and takes none",
  "fault.figure-no-base.mend":
    "Write a ballot alone in the brackets; only a share has a base, as in share(vote of valid).",
  "fault.figure-plain": "{figure} at character {at} has brackets, and takes nothing in them",
  "fault.figure-plain.mend": "Write {figure} alone.",
  "fault.base-unknown": "“{got}” is not a base that {figure} can have",
  "fault.base-unknown.mend": "{near_, select, none {Write {known}, or leave it out.} other {Did you mean {near}?}}",
  "fault.expression-unexpected":
    "“{got}” at character {at} of “{text}” stands where {expected, select, figure {a number or a figure} comparison {>=, >, <= or <} operator {a sign or the end} name {a name} bracket {a closing bracket} other {the end}} belongs",
  "fault.expression-unexpected.mend":
    "{expected, select, figure {Write a number, as in 5%, or a figure, as in share(vote).} comparison {Compare two figures, as in share(vote) >= 5%.} operator {Write one of + - * / before it, or remove it.} name {Write the name of a ballot.} bracket {Write ) before it.} other {Remove it.}}",
  "fault.expression-ends":
    "“{text}” ends where {expected, select, figure {a number or a figure} comparison {>=, >, <= or <} operator {a sign} name {a name} bracket {a closing bracket} other {more}} belongs",
  "fault.expression-ends.mend":
    "{expected, select, figure {Write a number, as in 5%, or a figure, as in share(vote).} comparison {Compare two figures, as in share(vote) >= 5%.} operator {Finish it.} name {Write the name of a ballot.} bracket {Write ) at the end.} other {Finish it.}}",
  "fault.seats-formula":
    "“{text}” gives {got_, select, none {no number} other {{got}}}{where_, select, none {} other { in {where}}}, which is not a number of seats",
  "fault.seats-formula.mend": "Write a formula that gives whole numbers from 0 on.",

  // Methods
  "fault.unknown-method": "{got} is not a method",
  "fault.unknown-method.mend":
    "{near_, select, none {Write dhondt, sainte-lague or another name that `powershare elect --help` lists.} other {Did you mean {near}?}}",
  "fault.no-first-divisor": "{got} has no first divisor that could be changed",
  "fault.no-first-divisor.mend": "Leave the first divisor out, or write modified-sainte-lague.",
  "fault.not-exact": "“{got}” is not an exact number",
  "fault.not-exact.mend": "Write a number, as in 3, 1.4 or 7/5.",
  "fault.divisors-not-rising": "The divisors, with “{got}”, do not rise from one seat to the next",
  "fault.divisors-not-rising.mend": "Write divisors above 0, each larger than the one before.",
  "fault.dots-not-last": "The three dots do not stand at the end of the divisors",
  "fault.dots-not-last.mend": "Write them last: they mean that the divisors go on in the same steps.",
  "fault.dots-without-step": "The divisors before the three dots do not rise in equal steps",
  "fault.dots-without-step.mend": "Write at least two divisors before the dots, in equal steps, as in 3, 5, 7.",
  "fault.negative": "“{got}” is less than nothing",
  "fault.negative.mend": "Write a number from 0 on.",
  "fault.cut": "“{got}” does not say what is kept of the quota",
  "fault.cut.mend": "Write `whole`, or the decimals that are kept, as in `2 decimals`.",

  // Why a count has no result
  "absent.nobody-admitted":
    "No party met the conditions of the law, so nobody can take {seats_, plural, one {the seat} other {the {seats} seats}}.",
  "absent.no-magnitudes": "Nobody has given the seats of the districts ({area}), so this cannot be counted there.",
  "absent.held-over-award":
    "{party} has {held} seats from the stage {before} and is allotted {award} in the stage {stage}; the law does not say what then.",
};
