package key

// The actions of all screens.
const (
	None Action = iota

	// Moving on the reading screen.
	NextStatement
	PrevStatement
	NextOutlet
	PrevOutlet
	NextShared
	PrevShared
	NextOnly
	PrevOnly
	NextUncoded
	PrevUncoded
	NextClaim
	PrevClaim
	NextCounterpart
	PrevCounterpart
	FirstStatement
	LastStatement
	PageDown
	PageUp
	HalfDown
	HalfUp
	ScrollDown
	ScrollUp
	EyeMiddle
	EyeTop
	EyeBottom
	JumpOutlet
	Back
	Forth

	// Arranging the panes.
	Unlink
	Sync
	Hide
	ShowAll
	MoveRight
	MoveLeft
	ToggleUnsaid
	ToggleDigest
	Mouse

	// Opening a screen.
	beforeScreens
	OpenCard
	OpenSearch
	OpenCommand
	OpenPalette
	OpenHelp
	OpenBrief
	OpenReview
	OpenReports
	OpenRaw
	OpenRevisions
	OpenStories
	OpenNew
	OpenTable
	OpenVoices
	OpenWording
	OpenCrosstab
	OpenDisputes
	afterScreens

	Copy
	Redraw
	Suspend
	Close
	Quit

	// Keeping: marks, notes, tags, decisions.
	Mark
	MarkClaim
	Select
	Note
	Tag
	TagAll
	ToggleBoilerplate
	Undo
	Redo
	CopyClaim
	OpenFigures
	Confirm
	Cut
	AddByHand
	CheckSilence
	AddNearest
	Rename
	Alias

	// While words are selected.
	NextWord
	PrevWord
	LineStart
	LineEnd
	OtherEnd

	// In the brief.
	MoveDown
	MoveUp
	Fold
	Edit
	Delete
	Insert
	InsertHeading
	Front
	Preview
	Export

	// In the review.
	SayYes
	SayNo
	SayRow
	FlipRow
	SayLater

	// While tags are chosen.
	ChooseTag
	SetTag
	WriteTag
	TakeNearest
	AddTag

	// In the table of things counted against each other.
	NextRows
	PrevRows
	NextColumns
	PrevColumns
	SwapThings
	NextUnit
	NextShare

	// In the list of what coders differ on.
	SettleFirst
	SettleSecond
	SettleNeither

	// In the table of claims.
	NextFilter
	PrevFilter
	NextSorting
	SortAsHere
	ByVoice
	Narrow
	Differ

	// In the lists of reports and of stories.
	SortList
	Filter
	ShowNext
	MarkDone
	LeaveOut
	JoinStory
	PartStory
	Rescan
	FindMore
	NextLeft
	PrevLeft

	// In the revisions of a report.
	NextDifference
	PrevDifference
	OlderBack
	OlderForth
	NewerBack
	NewerForth

	// Read by the line.
	SayWhere
	SayWhole
	SayAgain

	// In lists, the search and the claim card.
	ListDown
	ListUp
	ListPageDown
	ListPageUp
	ListFirst
	ListLast
	Accept
	Complete
	TakeRelated
)
