package ui
import ("testing";"fmt")
func TestScratch(t *testing.T){
 s:=openEmbedded(t,120,40)
 s.press("n n n")
 fmt.Println(s.text())
 c,l:=event(t,[]outlet{{name:"A",text:lines("A",6)},{name:"B",text:lines("B",6)},{name:"C",text:lines("C",5)}},"A2 B5","A3 B2 part","A3 C1")
 s=open(t,c,l,120,24)
 s.press("j j")
 fmt.Println(s.text())
 for _,st:=range c.Statements.All { fmt.Print(st.Kind," ",st.Boilerplate,"; ")}
}
