import { expect, test } from "vitest";
import { syria } from "../sample.testing.ts";
import { words } from "./any.testing.ts";
import { renderTerminal } from "./report.ts";

const screen = (width: number, unicode = true): string =>
  renderTerminal(syria, words, { width, colour: false, unicode });

test("a report of relations and positions in 80 columns", () => {
  expect(screen(80)).toBe(`\
Syria, early September 2015                         facts as of 4 September 2015
All stated refusals are of Damascus; only Russia talks to Damascus and to
Washington.
The plan reported on 4 September 2015: early elections and a share in government
for the opposition.

1  Refused: Assad’s foes will not cooperate with Damascus. Because it would help
   legitimise his rule. [mt-0904 R2]
2  Not in the source, worth finding out first: the answer of the “healthy”
   opposition. 20 of 30 directions are not stated.
Rests on 9 facts with a source, 1 assumed and 20 not stated. This is not a
forecast.

WHO CAN WORK WITH WHOM?
A pair can do no more than the less willing side accepts.

Ten of 30 directions are stated; two are refusals
Row: who is willing. Column: with whom.
                        1   2   3   4   5   6
1 Russia                ·   3*  3   ?   1   ?
2 Iran                  ?   ·   3   ?   ?   ?
3 Syrian government     3   3   ·   2   ?   ?
4 “Healthy” opposition  ?   ?   ?   ·   ?   ?
5 United States         1!  ?   x^  ?   ·   ?
6 Saudi Arabia          ?   ?   x^  ?   ?   ·
x refuse  1 contact  2 coordinate  3 joint  ? not stated  * assumed
^ asked for by a third party  ! disputed
[mt-0904 R1–R5]

Only Russia stands between Damascus and Washington
Pair               and                   Level
Russia             Iran                  joint
Russia             Syrian government     joint
Russia             United States         contact
Iran               Syrian government     joint
Syrian government  Russia                joint
Syrian government  Iran                  joint
Syrian government  “Healthy” opposition  coordinate
United States      Russia                contact
United States      Syrian government     refuse
Saudi Arabia       Syrian government     refuse

HOW HAVE POSITIONS MOVED?
Three actors have stated when the president is to leave.

Russia and Saudi Arabia stand three steps apart
When does the president leave?
Scale: 1 stays, 3 after a transition, 5 goes first.
                    1                                    5
Russia
  1 September 2015  ├────────●───────────────────────────┤  2
                    his departure as a precondition is harmful and unrealistic
                    [mfa 1 September]
  4 September 2015  ├────────●━━━━━━━━━●─────────────────┤  2 to 3*
Saudi Arabia
  11 August 2015    ├────────────────────────────────────●  5 goes first
                    no place for Assad in Syria’s future [spa 11 August]
United States
  5 August 2015     ├──────────────────●─────────────────┤  3 after a transition
* assumed

WHAT IS ASSUMED, AND WHAT IS NOT KNOWN?
Assumed
• Russia would act jointly with Iran. [mt-0904 R4]

Not stated by anyone
Whether Iran and Saudi Arabia would meet.

SOURCES
1  [mt-0904] Russia Says Syria's Assad Ready to Share Power with Opposition. The
   Moscow Times, 4 September 2015.
   https://www.themoscowtimes.com/2015/09/04/russia-says-syrias-assad-ready-to-
   share-power-with-opposition-a49350
2  [mfa] Remarks of the foreign minister. 1 September 2015.
3  [spa] Statement of the foreign minister. Saudi Press Agency, 11 August 2015.

powershare 0.1.0, scenario 0badcafe0bad…`);
});

test("a report of relations and positions in 120 columns", () => {
  expect(screen(120)).toBe(`\
Syria, early September 2015                                                                 facts as of 4 September 2015
All stated refusals are of Damascus; only Russia talks to Damascus and to Washington.
The plan reported on 4 September 2015: early elections and a share in government for the opposition.

1  Refused: Assad’s foes will not cooperate with Damascus. Because it would help legitimise his
   rule. [mt-0904 R2]
2  Not in the source, worth finding out first: the answer of the “healthy” opposition. 20 of 30
   directions are not stated.
Rests on 9 facts with a source, 1 assumed and 20 not stated. This is not a forecast.

WHO CAN WORK WITH WHOM?
A pair can do no more than the less willing side accepts.

Ten of 30 directions are stated; two are refusals
Row: who is willing. Column: with whom.
                        1   2   3   4   5   6
1 Russia                ·   3*  3   ?   1   ?
2 Iran                  ?   ·   3   ?   ?   ?
3 Syrian government     3   3   ·   2   ?   ?
4 “Healthy” opposition  ?   ?   ?   ·   ?   ?
5 United States         1!  ?   x^  ?   ·   ?
6 Saudi Arabia          ?   ?   x^  ?   ?   ·
x refuse  1 contact  2 coordinate  3 joint  ? not stated  * assumed  ^ asked for by a third party
! disputed
[mt-0904 R1–R5]

Only Russia stands between Damascus and Washington
Pair               and                   Level
Russia             Iran                  joint
Russia             Syrian government     joint
Russia             United States         contact
Iran               Syrian government     joint
Syrian government  Russia                joint
Syrian government  Iran                  joint
Syrian government  “Healthy” opposition  coordinate
United States      Russia                contact
United States      Syrian government     refuse
Saudi Arabia       Syrian government     refuse

HOW HAVE POSITIONS MOVED?
Three actors have stated when the president is to leave.

Russia and Saudi Arabia stand three steps apart
When does the president leave?
Scale: 1 stays, 3 after a transition, 5 goes first.
                    1                                       5
Russia
  1 September 2015  ├─────────●─────────────────────────────┤  2
                    his departure as a precondition is harmful and unrealistic [mfa 1 September]
  4 September 2015  ├─────────●━━━━━━━━━●───────────────────┤  2 to 3*
Saudi Arabia
  11 August 2015    ├───────────────────────────────────────●  5 goes first
                    no place for Assad in Syria’s future [spa 11 August]
United States
  5 August 2015     ├───────────────────●───────────────────┤  3 after a transition
* assumed

WHAT IS ASSUMED, AND WHAT IS NOT KNOWN?
Assumed
• Russia would act jointly with Iran. [mt-0904 R4]

Not stated by anyone
Whether Iran and Saudi Arabia would meet.

SOURCES
1  [mt-0904] Russia Says Syria's Assad Ready to Share Power with Opposition. The Moscow Times, 4
   September 2015.
   https://www.themoscowtimes.com/2015/09/04/russia-says-syrias-assad-ready-to-share-power-with-
   opposition-a49350
2  [mfa] Remarks of the foreign minister. 1 September 2015.
3  [spa] Statement of the foreign minister. Saudi Press Agency, 11 August 2015.

powershare 0.1.0, scenario 0badcafe0badcafe0badcafe0badcafe0badcafe0badcafe0badcafe0badcafe`);
});

test("a report of relations and positions in 50 columns, without UTF-8", () => {
  expect(screen(50, false)).toBe(`\
Syria, early September 2015
facts as of 4 September 2015
All stated refusals are of Damascus; only Russia
talks to Damascus and to Washington.
The plan reported on 4 September 2015: early
elections and a share in government for the
opposition.

1  Refused: Assad's foes will not cooperate with
   Damascus. Because it would help legitimise his
   rule. [mt-0904 R2]
2  Not in the source, worth finding out first: the
   answer of the "healthy" opposition. 20 of 30
   directions are not stated.
Rests on 9 facts with a source, 1 assumed and 20
not stated. This is not a forecast.

WHO CAN WORK WITH WHOM?
A pair can do no more than the less willing side
accepts.

Ten of 30 directions are stated; two are refusals
Row: who is willing. Column: with whom.
                        1   2   3   4   5   6
1 Russia                .   3*  3   ?   1   ?
2 Iran                  ?   .   3   ?   ?   ?
3 Syrian government     3   3   .   2   ?   ?
4 "Healthy" opposition  ?   ?   ?   .   ?   ?
5 United States         1!  ?   x^  ?   .   ?
6 Saudi Arabia          ?   ?   x^  ?   ?   .
x refuse  1 contact  2 coordinate  3 joint
? not stated  * assumed
^ asked for by a third party  ! disputed
[mt-0904 R1-R5]

Only Russia stands between Damascus and Washington
Pair               and                  Level
Russia             Iran                 joint
Russia             Syrian government    joint
Russia             United States        contact
Iran               Syrian government    joint
Syrian government  Russia               joint
Syrian government  Iran                 joint
Syrian government  "Healthy"            coordinate
                   opposition
United States      Russia               contact
United States      Syrian government    refuse
Saudi Arabia       Syrian government    refuse

HOW HAVE POSITIONS MOVED?
Three actors have stated when the president is to
leave.

Russia and Saudi Arabia stand three steps apart
When does the president leave?
1  stays
3  after a transition
5  goes first
Russia
  1 September 2015  2
                    his departure as a
                    precondition is harmful and
                    unrealistic [mfa 1 September]
  4 September 2015  2 to 3*
Saudi Arabia
  11 August 2015    5 goes first
                    no place for Assad in Syria's
                    future [spa 11 August]
United States
  5 August 2015     3 after a transition
* assumed

WHAT IS ASSUMED, AND WHAT IS NOT KNOWN?
Assumed
- Russia would act jointly with Iran. [mt-0904 R4]

Not stated by anyone
Whether Iran and Saudi Arabia would meet.

SOURCES
1  [mt-0904] Russia Says Syria's Assad Ready to
   Share Power with Opposition. The Moscow Times,
   4 September 2015.
   https://www.themoscowtimes.com/2015/09/04/
   russia-says-syrias-assad-ready-to-share-power-
   with-opposition-a49350
2  [mfa] Remarks of the foreign minister. 1
   September 2015.
3  [spa] Statement of the foreign minister. Saudi
   Press Agency, 11 August 2015.

powershare 0.1.0, scenario 0badcafe0b...`);
});
