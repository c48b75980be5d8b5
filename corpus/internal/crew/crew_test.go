package crew

import (
	"strings"
	"sync/atomic"
	"testing"
)

// TestWork: all of the work is done, and by as many as were asked for.
func TestWork(t *testing.T) {
	var next, done, calls atomic.Int64
	Work(3, func() {
		calls.Add(1)
		for next.Add(1) <= 100 {
			done.Add(1)
		}
	})
	if done.Load() != 100 || calls.Load() != 3 {
		t.Errorf("%d of 100 done in %d calls", done.Load(), calls.Load())
	}
	Work(0, func() { t.Error("nobody was asked for") })
}

// faulty is a function with a fault of the language's own.
func faulty(numbers []int) int { return numbers[len(numbers)] }

// TestFault: a fault can be recovered from where the work is waited for, which is told what it was and where; the others
// have ended by then.
func TestFault(t *testing.T) {
	var calls, ended atomic.Int64
	defer func() {
		fault, ok := recover().(Fault)
		if !ok {
			t.Fatal("the fault does not come through")
		}
		for _, word := range []string{"index out of range [2]", "crew.faulty, crew_test.go:"} {
			if !strings.Contains(fault.Error(), word) {
				t.Errorf("%q does not say %q", fault.Error(), word)
			}
		}
		if ended.Load() != 3 {
			t.Errorf("%d of 3 others have ended", ended.Load())
		}
	}()
	Work(4, func() {
		if calls.Add(1) == 1 {
			faulty([]int{1, 2})
		}
		ended.Add(1)
	})
	t.Error("it goes on")
}
