// Package language is what is known of a language before any report is read: what a word is, its stem, the names and
// quantities that words make, the foldings by which words are found equal, and the word lists, which stand as text in
// lists/en so that a linguist can review them.
//
// [Cut] cuts a text into pieces; a statement.Set does that once for each statement, and keeps what [AppendWords] makes of
// the pieces. [FindNames], [Quantities], [ClassesAt] and [PlaceAt] read words. [English] finds a list; lists are read when
// first asked for. [Nations] is the one table of countries.
package language
