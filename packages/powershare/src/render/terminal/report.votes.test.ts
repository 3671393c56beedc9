import { expect, test } from "vitest";
import { southAfrica } from "../sample.testing.ts";
import { words } from "./any.testing.ts";
import { renderTerminal } from "./report.ts";

const screen = (width: number, unicode = true): string =>
  renderTerminal(southAfrica, words, { width, colour: false, unicode });

test("a report of seats, governments and offices in 80 columns", () => {
  expect(screen(80)).toBe(`\
South Africa 1994                                        facts as of 11 May 1994
Three parties share 27 ministries; one of them could have governed alone.
The election of 26–29 April 1994, from the votes of 19 parties and the interim
constitution.

1  The ANC wins 252 of 400 seats, 51 above a majority. 15 fewer than two thirds.
   No seat is tied. [iec p. 1]
2  No majority exists without the ANC: the six others hold 148 seats, 53 short.
3  Ministries under s. 88: ANC 18, NP 6, IFP 3, as announced.
Rests on 34 sourced facts and 1 assumption (all three join). Seats and
ministries agree with the official results. This is not a forecast.

WHO WON THE SEATS?
Seven of 19 parties enter the Assembly. There is no threshold; one seat costs
about 48 700 votes.

The ANC holds 63% of the seats
National Assembly, 400 seats, largest party first.
majority 201, two thirds 267
                                                        Whole
                                            Votes,  quotas of
Party                                Votes       %     48 712  Seats
ANC   African National Congre…  12 237 655   62.65        251    252  ██████████
NP    National Party             3 983 690   20.39         81     82  ███▎
IFP   Inkatha Freedom Party      2 058 294   10.54         42     43  █▊
FF    Freedom Front                424 555    2.17          8      9  ▍
DP    Democratic Party             338 426    1.73          6      7  ▎
PAC   Pan Africanist Congress      243 478    1.25          4      5  ▎
ACDP  African Christian Democ…      88 104    0.45          1      2  ▏
12 other parties                   159 296    0.82          0      0
────────────────────────────────────────────────────────────────────
All 19 parties                  19 533 498  100.00        393    400
The quota is 19 533 498 ÷ (400 + 1), cut to a whole number, plus 1.
[act200 Sch. 2 item 6] [iec p. 1]

  │ Why does the IFP have 43 seats and not 42?
  │ Its votes hold 42 whole quotas. Five of the seven seats left go to the
  │ largest left-over votes. The last two go to the highest average per seat
  │ already awarded: IFP 2 058 294 ÷ 42 = 49 007. [act200 Sch. 2 item 6]

WHO COULD GOVERN?
64 of the 128 possible combinations have a majority, and the ANC is in all of
them.

No majority without the ANC
Seats of each combination.
                               majority 201 ▼    ▼ two thirds 267
Majority of the Assembly                    │    │
One party                    ████████████████████│             252  51 to spare
ANC, NP, IFP (formed)        ████████████████████▓▓▓▓▓▓▓▒▒▒    377  176 to spare
All but the ANC              ▓▓▓▓▓▓▓▒▒▒░▒   │    │             148  53 short
ANC, FF (refuse each other)  ███████████████████░│             261  60 to spare
█ ANC  ▓ NP  ▒ IFP  ░ FF  ▓ DP  ▒ PAC  ░ ACDP

WHO GETS THE MINISTRIES?
The rule fixes how many ministries each party receives.

18, 6 and 3 of 27 ministries
One square is one ministry.
ANC  18  ■■■■■■■■■■■■■■■■■■  252 ÷ 13.46 = 18.72
NP    6  ■■■■■■               82 ÷ 13.46 =  6.09
IFP   3  ■■■                  43 ÷ 13.46 =  3.19
Which ministries, and in what order: not in the rule (s. 88(4)).
[act200 s. 88(3)]

WHAT HAPPENED NEXT?
• 30 June 1996: The National Party leaves the Government of National Unity.
  [iec]

SOURCES
1  [act200] Constitution of the Republic of South Africa, Act 200 of 1993.
   Government Gazette, 28 January 1994.
2  [iec] Final result. Independent Electoral Commission, 6 May 1994.

powershare 0.1.0, scenario 7c1e5f0a7c1e…`);
});

test("a report of seats, governments and offices in 120 columns", () => {
  expect(screen(120)).toBe(`\
South Africa 1994                                                                                facts as of 11 May 1994
Three parties share 27 ministries; one of them could have governed alone.
The election of 26–29 April 1994, from the votes of 19 parties and the interim constitution.

1  The ANC wins 252 of 400 seats, 51 above a majority. 15 fewer than two thirds. No seat is tied.
   [iec p. 1]
2  No majority exists without the ANC: the six others hold 148 seats, 53 short.
3  Ministries under s. 88: ANC 18, NP 6, IFP 3, as announced.
Rests on 34 sourced facts and 1 assumption (all three join). Seats and ministries agree with the
official results. This is not a forecast.

WHO WON THE SEATS?
Seven of 19 parties enter the Assembly. There is no threshold; one seat costs about 48 700 votes.

The ANC holds 63% of the seats
National Assembly, 400 seats, largest party first.
majority 201, two thirds 267
                                                                  Whole   Votes  Largest    Highest
                                                      Votes,  quotas of    left     left    average
Party                                          Votes       %     48 712    over      (5)        (2)    Seats
ANC   African National Congress           12 237 655   62.65        251  10 943                  +1 ◂    252  ██████████
NP    National Party                       3 983 690   20.39         81  38 018       +1 ◂                82  ███▎
IFP   Inkatha Freedom Party                2 058 294   10.54         42  12 390                  +1 ◂     43  █▊
FF    Freedom Front                          424 555    2.17          8  34 859       +1 ◂                 9  ▍
DP    Democratic Party                       338 426    1.73          6  46 154       +1 ◂                 7  ▎
PAC   Pan Africanist Congress                243 478    1.25          4  48 630       +1 ◂                 5  ▎
ACDP  African Christian Democratic Party      88 104    0.45          1  39 392       +1 ◂                 2  ▏
12 other parties                             159 296    0.82          0                                    0
────────────────────────────────────────────────────────────────────────────────────────────────────────────
All 19 parties                            19 533 498  100.00        393                5          2      400
The quota is 19 533 498 ÷ (400 + 1), cut to a whole number, plus 1.
[act200 Sch. 2 item 6] [iec p. 1]

  │ Why does the IFP have 43 seats and not 42?
  │ Its votes hold 42 whole quotas. Five of the seven seats left go to the largest left-over votes.
  │ The last two go to the highest average per seat already awarded: IFP 2 058 294 ÷ 42 = 49 007.
  │ [act200 Sch. 2 item 6]

WHO COULD GOVERN?
64 of the 128 possible combinations have a majority, and the ANC is in all of them.

No majority without the ANC
Seats of each combination.
                                             majority 201 ▼         ▼ two thirds 267
Majority of the Assembly                                  │         │
One party                    ██████████████████████████████████████ │                      252  51 to spare
ANC, NP, IFP (formed)        ██████████████████████████████████████▓▓▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒     377  176 to spare
All but the ANC              ▓▓▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒░▓▒       │         │                      148  53 short
ANC, FF (refuse each other)  ██████████████████████████████████████░│                      261  60 to spare
█ ANC  ▓ NP  ▒ IFP  ░ FF  ▓ DP  ▒ PAC  ░ ACDP

WHO GETS THE MINISTRIES?
The rule fixes how many ministries each party receives.

18, 6 and 3 of 27 ministries
One square is one ministry.
ANC  18  ■■■■■■■■■■■■■■■■■■  252 ÷ 13.46 = 18.72
NP    6  ■■■■■■               82 ÷ 13.46 =  6.09
IFP   3  ■■■                  43 ÷ 13.46 =  3.19
Which ministries, and in what order: not in the rule (s. 88(4)).
[act200 s. 88(3)]

WHAT HAPPENED NEXT?
• 30 June 1996: The National Party leaves the Government of National Unity. [iec]

SOURCES
1  [act200] Constitution of the Republic of South Africa, Act 200 of 1993. Government Gazette, 28
   January 1994.
2  [iec] Final result. Independent Electoral Commission, 6 May 1994.

powershare 0.1.0, scenario 7c1e5f0a7c1e5f0a7c1e5f0a7c1e5f0a7c1e5f0a7c1e5f0a7c1e5f0a7c1e5f0a`);
});

test("a report of seats, governments and offices in 50 columns", () => {
  expect(screen(50)).toBe(`\
South Africa 1994          facts as of 11 May 1994
Three parties share 27 ministries; one of them
could have governed alone.
The election of 26–29 April 1994, from the votes
of 19 parties and the interim constitution.

1  The ANC wins 252 of 400 seats, 51 above a
   majority. 15 fewer than two thirds. No seat is
   tied. [iec p. 1]
2  No majority exists without the ANC: the six
   others hold 148 seats, 53 short.
3  Ministries under s. 88: ANC 18, NP 6, IFP 3, as
   announced.
Rests on 34 sourced facts and 1 assumption (all
three join). Seats and ministries agree with the
official results. This is not a forecast.

WHO WON THE SEATS?
Seven of 19 parties enter the Assembly. There is
no threshold; one seat costs about 48 700 votes.

The ANC holds 63% of the seats
National Assembly, 400 seats, largest party first.
majority 201, two thirds 267
                                     Votes,
Party                         Votes       %  Seats
ANC   African National…  12 237 655   62.65    252
NP    National Party      3 983 690   20.39     82
IFP   Inkatha Freedom…    2 058 294   10.54     43
FF    Freedom Front         424 555    2.17      9
DP    Democratic Party      338 426    1.73      7
PAC   Pan Africanist C…     243 478    1.25      5
ACDP  African Christia…      88 104    0.45      2
12 other parties            159 296    0.82      0
──────────────────────────────────────────────────
All 19 parties           19 533 498  100.00    400
The quota is 19 533 498 ÷ (400 + 1), cut to a
whole number, plus 1.
[act200 Sch. 2 item 6] [iec p. 1]

  │ Why does the IFP have 43 seats and not 42?
  │ Its votes hold 42 whole quotas. Five of the
  │ seven seats left go to the largest left-over
  │ votes. The last two go to the highest average
  │ per seat already awarded: IFP 2 058 294 ÷ 42 =
  │ 49 007. [act200 Sch. 2 item 6]

WHO COULD GOVERN?
64 of the 128 possible combinations have a
majority, and the ANC is in all of them.

No majority without the ANC
Seats of each combination.
Combination            Seats   Against 201
One party                252   51 to spare
ANC, NP, IFP (formed)    377  176 to spare
All but the ANC          148      53 short
ANC, FF                  261   60 to spare

WHO GETS THE MINISTRIES?
The rule fixes how many ministries each party
receives.

18, 6 and 3 of 27 ministries
One square is one ministry.
Party   Seats  ÷ 13.46  Ministries
ANC       252    18.72          18
NP         82     6.09           6
IFP        43     3.19           3
──────────────────────────────────
Joined    377                   27
Which ministries, and in what order: not in the
rule (s. 88(4)).
[act200 s. 88(3)]

WHAT HAPPENED NEXT?
• 30 June 1996: The National Party leaves the
  Government of National Unity. [iec]

SOURCES
1  [act200] Constitution of the Republic of South
   Africa, Act 200 of 1993. Government Gazette, 28
   January 1994.
2  [iec] Final result. Independent Electoral
   Commission, 6 May 1994.

powershare 0.1.0, scenario 7c1e5f0a7c1e…`);
});
