// Package cli is the command line: flags, subcommands and plain output. [Run] is the whole program.
package cli

import "io"

// Run runs parallax with the arguments after its name and returns the exit status.
func Run(args []string, stdin io.Reader, stdout, stderr io.Writer) int { panic("unwritten") }
