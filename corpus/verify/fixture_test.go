package verify

import (
	"bytes"
	"testing"

	"parallax/corpus/brief"
	"parallax/corpus/export"
)

// exported is the document in a format.
func exported(t testing.TB, d *brief.Document, format string, o export.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := export.Write(&b, d, format, o); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.Bytes()
}
