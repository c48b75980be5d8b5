// Package language is what is known of a language before any report is read: its word lists, which stand as text in
// lists/en so that a linguist can review them. [English] finds a list; [Nations] is the one table of countries.
package language
