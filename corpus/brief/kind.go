package brief

import (
	"encoding/json"
	"maps"
	"slices"
)

// kinds reads the particulars of each kind of change.
var kinds = map[string]func(json.RawMessage) (Change, error){
	"mark":        read[Mark],
	"unmark":      read[Unmark],
	"wording":     read[AddWording],
	"note":        read[AddNote],
	"edit-note":   read[EditNote],
	"drop-note":   read[DropNote],
	"tag":         read[Tag],
	"untag":       read[Untag],
	"decide":      read[Decide],
	"silence":     read[CheckSilence],
	"boilerplate": read[SetBoilerplate],
	"alias":       read[Alias],
	"name":        read[NameClaim],
	"include":     read[Include],
	"judge":       read[Judge],
	"exclude":     read[Exclude],
	"insert":      read[Insert],
	"edit":        read[Edit],
	"quote":       read[Requote],
	"lead":        read[Lead],
	"move":        read[Move],
	"fold":        read[Fold],
	"delete":      read[Delete],
	"title":       read[Retitle],
	"done":        read[SetDone],
	"story":       read[Gather],
	"leave-out":   read[LeaveOut],
	"front":       read[Front],
	"memo":        read[Memo],
	"compare":     read[Compare],
	"draw":        read[Draw],
	"settle":      read[Settle],
	"undo":        read[Undo],
	"redo":        read[Redo],
	"leave":       read[Leave],
	"open":        read[Opening],
	"fingerprint": read[Fingerprint],
}

func read[C Change](raw json.RawMessage) (Change, error) {
	var c C
	err := json.Unmarshal(raw, &c)
	return c, err
}

// Kind is the name of a change's kind, as a session on disk spells it.
func Kind(c Change) string { return c.kind() }

// Since is the version of the session's format that can first say the change: what a program of before does not know of it
// would otherwise be lost there.
func Since(c Change) int {
	switch c := c.(type) {
	case Include, Exclude, Judge, Front, Memo, Alias, SetDone, Gather, LeaveOut, Compare, Settle, Draw, Fingerprint:
		return 2
	case NameClaim:
		return c.since()
	case CheckSilence:
		return c.since()
	case Mark:
		return Touch{Of: c.Of, First: c.First}.since()
	}
	return 1
}

// Kinds is the names of all kinds of changes, sorted.
func Kinds() []string { return slices.Sorted(maps.Keys(kinds)) }

// ReadChange reads a change of a kind from its particulars in JSON, as [encoding/json.Marshal] writes the change. known is
// false when there is no such kind.
func ReadChange(kind string, particulars json.RawMessage) (c Change, known bool, err error) {
	of, known := kinds[kind]
	if !known {
		return nil, false, nil
	}
	c, err = of(particulars)
	return c, true, err
}
