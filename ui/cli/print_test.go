package cli

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

// full takes some bytes and no more, as a disk does.
type full struct{ room int }

func (f *full) Write(b []byte) (int, error) {
	if len(b) > f.room {
		return 0, errors.New("no space left")
	}
	f.room -= len(b)
	return len(b), nil
}

// TestFullDisk: output that is lost is a failure.
func TestFullDisk(t *testing.T) {
	var stderr bytes.Buffer
	if status := Run(nil, strings.NewReader(""), &full{room: 100}, &stderr); status != failed {
		t.Errorf("exit status %d", status)
	}
	if !strings.Contains(stderr.String(), "no space left") {
		t.Errorf("standard error: %q", &stderr)
	}
}
