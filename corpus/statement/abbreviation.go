package statement

import "parallax/corpus/language"

// Abbreviations by what may stand after them.
var (
	titleAbbreviations  = language.English("abbreviations", "titles")
	figureAbbreviations = language.English("abbreviations", "before figures")
	linkAbbreviations   = language.English("abbreviations", "links")
	nameAbbreviations   = language.English("abbreviations", "name ends")
	afterFirms          = language.English("abbreviations", "after firms")
	stateAbbreviations  = language.English("abbreviations", "states")
	timeAbbreviations   = language.English("abbreviations", "times")
	afterTimes          = language.English("abbreviations", "after times")
	otherAbbreviations  = language.English("abbreviations", "other languages")
	dayMonths           = language.English("abbreviations", "months after a day")
	beforeDays          = language.English("abbreviations", "before a day")
)

// starters are the words that open a sentence far more often than they go on with a name.
var starters = language.English("grammar", "starters")
