// Package timex finds the time expressions of English news and says which days they mean.
//
// # How a date came about
//
// A sentence goes through four steps, and each leaves a trace that the Timex keeps.
//
// First, words. Every token is looked up in rules/times/words.tsv and gets classes: "Friday" is a weekday with the value
// 5, "last" points back, "1990" is a number, and may be a year. Tags decide between readings: "may" is a month only as a
// noun with a capital letter. Tokens with hyphens are cut, so that "third-quarter" and "third - quarter" are the same.
//
// Second, rules. The files in rules/times run one after the other, in order of their pass: clock times, calendar dates,
// amounts, business periods, relative dates, compositions, modifiers. A rule is a sequence of classes and words; the longest match
// wins, then the rule that stands first. What matched becomes one word for the next file: "March 3" is a date, "early
// March" a date with a modifier. The rule that made the last step is the Timex's Rule, as file and line; its examples
// stand beside it and are run by go test; a rule without one is a fault. The method is that of SynTime (Zhong, Sun and Cambria 2017, "Time Expression
// Analysis and Recognition Using Syntactic Token Types and General Heuristic Rules"), with cascaded automata (Hobbs et al. 1997,
// "FASTUS") in the place of its growing of segments, because values want structure.
//
// Third, a sense: what the expression says before it is measured from anything. It has four parts: granularity (day, week, quarter),
// anchor (the publication date, what was said before, another expression), offset (two weeks back) and modifier (early,
// about). This division follows HeidelTime (Strötgen and Gertz 2013, "Multilingual and Cross-domain Temporal Tagging").
//
// Fourth, the value. The anchor of news is its publication date. "Two days later", "the previous day" and "the following
// week" hang on the date said last in the same paragraph or the one before, and on the publication date where there is none;
// a day does not hang on a month or a year. A date
// without its year, and a weekday, lie before or after the anchor: "last" and "next" decide, otherwise the tense of the
// verb that the tree gives as governor ("will meet on Friday" is ahead, "met on Friday" behind), otherwise the nearer
// one. The Reason puts this into words.
//
// # Ten worked examples
//
// All are published on Monday, 16 November 2015.
//
//	They met on Friday.             Friday          2015-11-13       the verb "met" looks back
//	They will meet on Friday.       Friday          2015-11-20       "will" looks ahead
//	They met two weeks ago.         two weeks ago   2015-W45         week as grain, offset -2, from the publication
//	It opens in early December.     early December  2015-12 START    1 to 10 December
//	He resigned last April.         last April      2015-04          the last one that is over
//	It closed on 31 February 2015.  31 February …   2015-02-31       kept as text, no days: the calendar lacks it
//	It rained the day after Christmas.  …           2014-12-26       counted from the holiday; the verb looks back
//	It took two and a half years.   …               P2Y6M            a length, no days
//	It has risen since September.   September       2015-09          After is set: begins then and lasts
//	They meet every Thursday.       every Thursday  XXXX-WXX-4       a set, no days
//
// Where the publication date is not known, values stay under-specified (XXXX-WXX-5 for "Friday") and When is zero; a day and
// month without year then take the year that the text named last.
//
// # Known limits
//
// Times of day without a date take the day named last in the paragraph or the one before, not one named later. Zones are read but only UTC is
// marked in the value; no clock is converted. Movable feasts are those of the Gregorian Easter and of fixed weekdays; Islamic, Jewish
// and Chinese feasts are not dated. Fiscal years are taken for calendar years.
//
// # Where the gold differs on purpose
//
// On the 256 articles of TBAQ-cleaned (TempEval-3) 252 values of matched expressions differ from the gold
// ("dateline-train score timex --faults DIR" lists them). Sorted by their form, the first six kinds, 106 values, are
// conventions that this package does not follow, as they say less or contradict the TIMEX3 guidelines:
//
//	25  weeks left blank or with one digit (1989-WXX, 2000-W7) where last week or this week has its number
//	22  years and decades padded with X (1949-XX, 198X), though nothing finer is spoken of
//	31  lengths (P1W, P2D, PXM) for last week, the weekend, two years ago or recent months, which name a place in the calendar
//	17  a day for Friday night, without the part of it
//	11  a month or a day for a week
//	50  business periods: the same year-ago figures are now a quarter, now a year, a day or 1989-QX; part of these are ours
//
// Some articles are off by themselves: in AP900815-0044 and APW20000115.0209 each weekday is counted from a day a week
// before the article's own, nine and five values; six months are once P6D, 13 years P12Y, September 1989 once November.
// The rest, some 80, are weekdays and months with the wrong direction, times of day without their day, and slips on
// either side.
package timex
