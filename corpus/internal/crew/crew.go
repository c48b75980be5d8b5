// Package crew does work on several goroutines at once: call [Work].
//
// A fault in a goroutine ends the program at once, and leaves a terminal as a screen has set it: nobody else can recover from
// it. So a fault in the work is raised again where the work is waited for, and whoever called for it can.
package crew

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
)

// Fault is what [Work] panics with: what the work did, and where.
type Fault struct {
	Value any    // of the panic
	Where string // the innermost function that is not of the language, with file and line; "" unknown
}

func (f Fault) Error() string {
	if f.Where == "" {
		return fmt.Sprint(f.Value)
	}
	return fmt.Sprintf("%v (%s)", f.Value, f.Where)
}

// Work calls do on n goroutines and waits for all of them. When one of them panics, the others go on to their ends; then it
// panics with a [Fault], the first of them. The work of those that panicked is left undone, so one must not wait for another.
func Work(n int, do func()) {
	var (
		wait  sync.WaitGroup
		once  sync.Once
		fault *Fault
	)
	for range n {
		wait.Go(func() {
			defer func() {
				if value := recover(); value != nil {
					where := raised()
					once.Do(func() { fault = &Fault{value, where} })
				}
			}()
			do()
		})
	}
	wait.Wait()
	if fault != nil {
		panic(*fault)
	}
}

// raised is where the panic that is being recovered from was raised. It is for the function that recovers.
func raised() string {
	var callers [32]uintptr
	frames := runtime.CallersFrames(callers[:runtime.Callers(3, callers[:])])
	for {
		f, more := frames.Next()
		if f.Function != "" && !strings.HasPrefix(f.Function, "runtime.") {
			return fmt.Sprintf("%s, %s:%d", f.Function, f.File[strings.LastIndexByte(f.File, '/')+1:], f.Line)
		}
		if !more {
			return ""
		}
	}
}
