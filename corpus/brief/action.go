package brief

import "time"

// Action is one thing that the reader did. A session is its actions in order; [Brief] is what they amount to.
type Action struct {
	Seq    uint64    // from 1, rising; what an action makes is known by its number afterwards
	Time   time.Time // UTC, whole milliseconds
	Coder  string    // "" when unnamed
	Batch  uint64    // the number of the first of the actions that are undone together; 0 for one by itself
	Change Change
}

// Change is what an action does: one of [Mark], [Unmark], [AddWording], [AddNote], [EditNote], [DropNote], [Tag],
// [Untag], [Decide], [Judge], [CheckSilence], [NameClaim], [Include], [Exclude], [SetBoilerplate], [Alias], [Insert], [Edit], [Requote], [Lead], [Move], [Fold], [Delete],
// [Retitle], [Front], [Memo], [SetDone], [Gather], [LeaveOut], [Compare], [Settle], [Draw], which can be undone; [Undo] and [Redo]; and
// [Leave], [Opening] and [Fingerprint], which can not and need not.
type Change interface {
	kind() string
	// Say is what was done, in the reader's words and the past tense: "cut 4 links". Words of reports in it are as they
	// stand there: make it safe before it is shown.
	Say() string
}

// undoable is a change of what the reader has collected.
type undoable interface {
	Change
	// edit makes the change in k, or fails and leaves k as it was. Slices and entries are shared with older values: it
	// replaces them and never writes into them.
	edit(k *Kept, a *Action) error
}
