package ask

import (
	"parallax/ui/key"
	"parallax/ui/linear"
)

// Words is what the field says by the line: the keys that answer, then what is asked.
func (a *Ask) Words() linear.Page {
	prompt := a.ask.Prompt
	if a.ask.Empty != "" {
		prompt += " (" + a.bound.Name(key.Accept) + ": " + a.ask.Empty + ")"
	}
	p := linear.Page{Name: "field " + a.ask.Prompt, Over: true, Field: a.field.Words(prompt)}
	keys := ""
	for _, of := range []key.Action{key.Accept, key.Close, key.Edit} {
		keys = linear.List(keys, a.bound.Name(of)+": "+a.bound.Short(of))
	}
	p.Add("keys", nil, keys)
	return p
}
