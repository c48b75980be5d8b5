package export

import (
	"bytes"
	"testing"

	"parallax/corpus/brief"
)

// export is the document in a format.
func export(t testing.TB, d *brief.Document, format string, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d, format, o); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.Bytes()
}
