package blind

import (
	"reflect"

	"parallax/corpus/brief"
)

// Brief is a brief as this coder made it, without what others did, in terms of the masked reports. Which passages another
// marked is hidden with his codes, but where this coder tagged or noted something on another's mark: there the mark stays, without
// the other's words.
func (m *Mask) Brief(b *brief.Brief) *brief.Brief {
	if b == m.last {
		return m.became
	}
	next := *m.own(b)
	next.Kept = masked(m, next.Kept)
	next.Opened = masked(m, next.Opened)
	next.Left = masked(m, next.Left)
	m.last, m.became = b, &next
	return &next
}

// Hide is a change without names, to be told of.
func (m *Mask) Hide(c brief.Change) brief.Change { return masked(m, c) }

// Truly is a change that was made to a masked brief, in terms of the true reports.
func (m *Mask) Truly(c brief.Change) brief.Change {
	w := walk{ref: m.truly, file: m.trueFile}
	return w.value(reflect.ValueOf(&c).Elem()).Interface().(brief.Change)
}

func (m *Mask) trueFile(hidden string) string {
	for path, name := range m.files {
		if name == hidden {
			return path
		}
	}
	return hidden
}

// own is the brief that the coder's own actions make. What two differ on is no one's own.
func (m *Mask) own(b *brief.Brief) *brief.Brief {
	held, alone := b.Held(), true
	touched := make(map[uint64]bool)
	for _, a := range held {
		if isOfAll(a.Change) {
			continue
		}
		if a.Coder != m.coder || isBetween(a.Change) {
			alone = false
			continue
		}
		switch c := a.Change.(type) {
		case brief.Tag:
			touched[c.Entry] = true
		case brief.AddNote:
			touched[c.Entry] = true
		case brief.AddWording:
			touched[c.Entry] = true
		}
	}
	if alone {
		return b
	}
	own := &brief.Brief{}
	for _, a := range held {
		if isBetween(a.Change) {
			continue
		}
		if a.Coder != m.coder && !isOfAll(a.Change) {
			mark, ok := a.Change.(brief.Mark)
			if !ok || !touched[a.Seq] {
				continue
			}
			mark.Tags, mark.Note = nil, ""
			a.Change, a.Coder = mark, m.coder
		}
		if next, err := own.Apply(a); err == nil { // what lay on another's work has nothing to lie on
			own = next
		}
	}
	next := *b
	next.Kept = own.Kept
	return &next
}

// isOfAll reports whether a change is no coder's judgement, but how the study is laid out.
func isOfAll(c brief.Change) bool {
	switch c.(type) {
	case brief.Draw, brief.Gather, brief.LeaveOut:
		return true
	}
	return false
}

// isBetween reports whether a change is about what two coders differ on.
func isBetween(c brief.Change) bool {
	switch c.(type) {
	case brief.Compare, brief.Settle:
		return true
	}
	return false
}

func masked[T any](m *Mask, v T) T {
	w := walk{ref: m.ref, file: func(path string) string { return m.file("", path) }, known: m.hidden}
	return w.value(reflect.ValueOf(&v).Elem()).Interface().(T)
}

// walk copies a value with every reference to a report in it replaced. What refers to none is not told apart: it is copied.
type walk struct {
	ref   func(brief.Ref) brief.Ref
	file  func(string) string
	known map[*brief.Entry]*brief.Entry // entries never change, so each is copied once
}

func (w walk) value(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Pointer:
		return w.pointer(v)
	case reflect.Interface:
		if v.IsNil() {
			return v
		}
		to := reflect.New(v.Type()).Elem()
		to.Set(w.value(v.Elem()))
		return to
	case reflect.Slice:
		if v.IsNil() || !refers(v.Type().Elem()) {
			return v
		}
		to := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			to.Index(i).Set(w.value(v.Index(i)))
		}
		return to
	case reflect.Struct:
		return w.fields(v)
	}
	return v
}

func (w walk) pointer(v reflect.Value) reflect.Value {
	if v.IsNil() || !refers(v.Type().Elem()) {
		return v
	}
	e, isEntry := v.Interface().(*brief.Entry)
	if had := w.known[e]; isEntry && had != nil {
		return reflect.ValueOf(had)
	}
	to := reflect.New(v.Type().Elem())
	to.Elem().Set(w.value(v.Elem()))
	if isEntry && w.known != nil {
		w.known[e] = to.Interface().(*brief.Entry)
	}
	return to
}

func (w walk) fields(v reflect.Value) reflect.Value {
	switch one := v.Interface().(type) {
	case brief.Ref:
		return reflect.ValueOf(w.ref(one))
	case brief.Pane:
		one.File = w.file(one.File)
		return reflect.ValueOf(one)
	}
	to := reflect.New(v.Type()).Elem()
	to.Set(v)
	for i := range v.NumField() {
		if f := v.Type().Field(i); f.IsExported() && refers(f.Type) {
			to.Field(i).Set(w.value(v.Field(i)))
		}
	}
	return to
}

// refers reports whether a type may hold a reference to a report.
func refers(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array:
		return refers(t.Elem())
	case reflect.Struct, reflect.Interface:
		return true
	}
	return false
}
