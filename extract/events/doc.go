// Package events turns clauses into events: typed by the rules, with roles, place, date and its reason, status, the one
// who says so, and numbers. It decides what is worth a line in a timeline and words that line.
//
// An event is made from a verb's clause ("launched an air campaign"), from a verb that lends itself to a noun ("held
// talks"), or from an event noun that has someone or something with it ("Moscow's annexation of Crimea"). States,
// copulas and mere saying by nobody in particular are left out.
//
// # How an event came by its date
//
// Package timex says which days an expression means; here each event gets its time from them. What it gets is always an
// interval, how sure that is, and the reason in words. The ways are tried in this order, and the first that gives a time
// is taken; "dateline explain" shows which it was.
//
//	stated    An expression hangs on the event's own verb or noun. Of several the finest counts. "Since" and "until"
//	          leave one end open; a range, or a length from a day, gives both ends.
//	given     The user's file of known dates names the event noun.
//	inferred  The date is taken over: from the same event named elsewhere in the article; from the name of the
//	          occasion ("in a July 16 press conference"); from the clause it is coordinated with, part of, or told at
//	          the same time as ("when …"); from the event noun that is its subject; or counted from another event
//	          ("two days after the rebels attacked").
//	likely    The plain past tense on the main line of the telling, without a date, is taken to be of the day of its
//	          account: the day named last in this paragraph or the one before, else the first day that the article
//	          names (below its opening it dates nothing before it), else the day of publication. The day of something
//	          else ("the attacks on Friday have …") is not that of the account, nor is a time of day alone ("at 9 am"),
//	          which itself is likely to be of the publication day. The interval stays as wide as the text leaves it, and
//	          the day is written 2015-11-16?, the sign of EDTF for "uncertain".
//	bounded   Only limits are known: not after the publication for what is told as past, not before it for what is
//	          still to come, and what "after" and "before" say. This is so for relative clauses, reported speech that
//	          follows on its speaker, quotations, and paragraphs that have gone back to older times: none of them says
//	          that it tells news. What has happened since a dated event is bounded by that and the publication.
//
// Three times are kept apart. When something happened stands in the event. When it was reported is the publication date
// of each source, with where that came from. When an article was read is nowhere: no clock is asked.
//
// # Ten worked examples
//
// All are published on Thursday, 5 February 2015, and are run by TestDates of package english.
//
//	Merkel arrived in Kiev on Tuesday.                        2015-02-03                stated    her own expression
//	She arrived on Tuesday and met Poroshenko.    met         2015-02-03                inferred  told in one breath
//	When she arrived on Tuesday, he praised her.  praised     2015-02-03                inferred  at that time
//	… two days after rebels attacked Mariupol.    attacked    2015-02-01                inferred  counted back from Tuesday
//	Merkel met Poroshenko in Kiev.                            2015-02-05? [04…05]       likely    no day named: the news of the day
//	She arrived on Tuesday. She met him.          met         2015-02-03? [03…05]       likely    the account is of Tuesday
//	Merkel met P., who dismissed Yatsenyuk.       dismissed   until 2015-02-05          bounded   a relative clause is no news
//	On Tuesday she promised to send aid.          send        from 2015-02-03           bounded   to come then, not when published
//	The siege lasted four weeks and ended on 30 January.      2015-01-03/2015-01-30     inferred  length and end
//	The rebels attacked from 3 to 5 January 2015.             2015-01-03/2015-01-05     stated    begin and end
//
// # How often it is right
//
// "dateline-train score dates --corpora DIR" counts, on two sets of dated events of Wikinews articles, those that are found
// and whose date is right, merely bounded, or wrong (2026-11-22):
//
//	SemEval-2015 task 4, six timelines    88 found   82 % right   12 % bounded   6 % wrong
//	MEANTIME, first sentences             43 found   88 % right    9 % bounded   2 % wrong
//	of both: stated                       54         51 right      1             2
//	         likely                       59         55 right                    4
//	         inferred                      4          4 right
//
// # How a line is worded
//
// A line says who did what to whom in about twelve words. What does not fit goes in this order: phrases that only add,
// what hangs on the right of an argument, the later ones of many names ("and others"). What somebody says is cut where the
// tree allows it, so that a whole sentence stays; conditions, causes and purposes are never cut off. If no sentence fits,
// the line says what was spoken of, and only as a last resort is it cut off with "…". Days and "however" are left out.
//
//	Merkel said the region, which is poor, had the attention of its lenders and would soon have to come up with a plan.
//	→ Angela Merkel said the region had the attention of its lenders
//
// No line is made of what no rule knows and only says what something is, what may be if something else is, or what points
// back ("that money was paid"); of a noun that only says whose it was ("Berg's trip"); of what somebody is asked not to do;
// nor of what somebody would do to himself, where a name has gone wrong: such events are kept as asides.
//
// # One sense in an article
//
// Attacks in an article about football hurt nobody: rules may ask what an article is about (rules/domains.yaml), unless
// the sentence itself speaks of force.
//
// # Articles without a date
//
// Nothing is measured from a date that is not there. Such an article is only bounded: by the dates that it tells as past
// and as to come, by known dates, and by dated articles that tell the same events (graph.InferPublished); its
// PublishedFrom is "inferred", and PublishedWhy says from what.
package events
