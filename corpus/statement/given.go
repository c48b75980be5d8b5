package statement

// Given names that English-language news reports use of one sex far more often than of the other, folded. They only decide
// whom "he" and "she" may mean; a name that is not here may be either.
var (
	femaleNames = set(`mary anna anne ann jane sarah sara emma laura julia julie maria marie susan karen nancy linda barbara patricia jennifer
		jen jessica elizabeth margaret catherine katherine kate kathleen helen ruth rachel rebecca hannah alice emily olivia sophie sophia charlotte
		amy angela andrea claire diana donna deborah debra dorothy eleanor eva eve fiona gloria grace hillary hilary holly irene isabel jill joan joanna
		judith judy karin karoline caroline christina christine cynthia danielle denise ellen erin esther florence frances gabriela gail georgia gina
		heather heidi ingrid jacqueline janet janice joyce kamala kelly kristen kim lisa liz lucy lydia madeleine marianne martha megan melania melissa
		michelle miriam molly monica natalia natalie nicole nina nora olga pamela paula penny rosa rosario rose roxana samantha sandra sharon
		sheila shirley stephanie svetlana sylvia tatiana teresa theresa tracy ursula valerie vanessa vera veronica victoria virginia wendy yulia
		yvonne zoe fatima aisha amina layla leila noor priya indira sonia sunita lakshmi mei`)
	maleNames = set(`john james robert michael mike william bill david richard rick joseph joe thomas tom charles charlie christopher chris daniel dan
		matthew matt anthony tony mark donald steven steve stephen paul andrew andy kenneth ken george joshua kevin brian edward ed ronald ron
		timothy tim jason jeffrey jeff ryan jacob gary nicholas nick eric jonathan larry justin scott brandon benjamin ben samuel sam gregory greg
		frank alexander raymond patrick jack dennis jerry tyler aaron jose henry adam douglas nathan peter zachary walter harold carl arthur gerald
		roger keith lawrence terry albert philip phil ralph roy eugene louis russell bobby johnny howard fred ernest martin allen alan craig
		vladimir sergei sergey dmitry dmitri dmytro volodymyr mikhail ivan alexei aleksandr viktor igor oleg pavel yuri boris nikolai andrei
		mohammed mohamed muhammad ahmed ahmad ali hassan hussein omar ibrahim khaled abdullah mahmoud mustafa recep mehmet mevlut yusuf jorge luis
		carlos juan miguel pedro antonio fernando francisco rafael ricardo roberto jean pierre jacques francois hans karl heinz jurgen wolfgang klaus
		giovanni marco luca silvio paolo bernard barack mitch chuck bernie jared hakeem rajiv narendra rahul amit sanjay arjun hiroshi kenji takeshi
		kofi nelson jacob boutros ban xi wang`)
)
