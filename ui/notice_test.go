package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"parallax/corpus/safe"
)

// TestNoticesFit walks every notice that the screens can give, as far as its words stand in the source, and asks that those
// fit on a row of 80 columns. What a notice names (a file, an error) comes on top of that, and is cut at the row's end.
func TestNoticesFit(t *testing.T) {
	seen := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && d.Name() == "cli" {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if text := notice(n); text != "" {
				seen++
				if w := safe.Width(text); w > 79 {
					t.Errorf("%s: %d columns: %s", files.Position(n.Pos()), w, text)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 60 {
		t.Errorf("only %d notices were found", seen)
	}
}

// notice is the fixed words of a want.Say, or of what is said by m.message.say; "" for anything else.
func notice(n ast.Node) string {
	switch n := n.(type) {
	case *ast.CompositeLit:
		if name, ok := n.Type.(*ast.SelectorExpr); ok && name.Sel.Name == "Say" {
			return words(n)
		}
	case *ast.CallExpr:
		if name, ok := n.Fun.(*ast.SelectorExpr); ok && (name.Sel.Name == "say" || name.Sel.Name == "sayPending") {
			return words(n)
		}
	}
	return ""
}

// words is the string literals of an expression, side by side.
func words(n ast.Node) string {
	var b strings.Builder
	ast.Inspect(n, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if text, err := strconv.Unquote(lit.Value); err == nil {
				b.WriteString(text)
			}
		}
		return true
	})
	return b.String()
}
