package match

import "strings"

// irregulars leads from the forms that a stemmer cannot undo to the base form.
var irregulars = func() map[string]string {
	m := make(map[string]string)
	for line := range strings.Lines(`
arise arose arisen
be been
bear bore borne
beat beaten
become became
begin began begun
bind bound
bite bit bitten
blow blew blown
break broke broken
bring brought
build built
burn burnt
buy bought
catch caught
choose chose chosen
come came
deal dealt
dig dug
do did done
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fly flew flown
forbid forbade forbidden
forget forgot forgotten
freeze froze frozen
get got gotten
give gave given
go went gone
grow grew grown
hang hung
hear heard
hide hid hidden
hold held
keep kept
know knew known
lay laid
lead led
learn learnt
leave left
lend lent
lie lain
lose lost
make made
mean meant
meet met
pay paid
ride rode ridden
ring rang rung
rise rose risen
run ran
see saw seen
seek sought
sell sold
send sent
shake shook shaken
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
sleep slept
speak spoke spoken
spend spent
spin spun
stand stood
steal stole stolen
stick stuck
strike struck stricken
swear swore sworn
sweep swept
swim swam swum
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
undergo underwent undergone
understand understood
uphold upheld
wake woke woken
wear wore worn
win won
withdraw withdrew withdrawn
write wrote written
child children
man men
woman women
person persons
foot feet
tooth teeth
life lives
wife wives
half halves
leaf leaves
crisis crises
`) {
		if forms := strings.Fields(line); len(forms) > 1 {
			for _, f := range forms[1:] {
				m[f] = forms[0]
			}
		}
	}
	return m
}()

// regular is the base form of an irregular word, else the word itself.
func regular(w string) string {
	if base, ok := irregulars[w]; ok {
		return base
	}
	return w
}
