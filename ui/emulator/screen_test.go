package emulator

import "testing"

// TestPartedMarks: a character and its mark may come in two writes.
func TestPartedMarks(t *testing.T) {
	s := New(20, 2, nil)
	defer s.Close()
	for _, part := range []string{"a 1", "\u20e3 b e", "\u0301", "\u0323 c 木", "\u0301 d"} {
		if n, err := s.Write([]byte(part)); n != len(part) || err != nil {
			t.Errorf("%d bytes of %d, %v", n, len(part), err)
		}
	}
	if got, want := s.Text(), "a 1\u20e3 b e\u0301\u0323 c 木\u0301 d\n\n"; got != want {
		t.Errorf("the screen shows %+q, want %+q", got, want)
	}
}
