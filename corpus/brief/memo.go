package brief

import "strings"

// Memo is what the reader notes on the study as a whole: how codes are meant, what was decided. An empty text takes it away.
type Memo struct {
	Text string `json:"text"`
}

func (Memo) kind() string { return "memo" }

func (c Memo) Say() string {
	if strings.TrimSpace(c.Text) == "" {
		return "took the memo away"
	}
	return "wrote a memo"
}

func (c Memo) edit(k *Kept, _ *Action) error {
	k.Memo = strings.TrimSpace(c.Text)
	return nil
}
