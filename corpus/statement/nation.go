package statement

import "strings"

// nationLines are countries with their demonyms and capitals, in the spellings that English-language newsrooms use:
// "country,other names;demonyms;capitals". Newsrooms name a government by its capital ("Moscow said"), and its people by
// the demonym ("the Turkish minister").
const nationLines = `Afghanistan;Afghan;Kabul
Albania;Albanian;Tirana
Algeria;Algerian;Algiers
Angola;Angolan;Luanda
Argentina;Argentine,Argentinian;Buenos Aires
Armenia;Armenian;Yerevan
Australia;Australian;Canberra
Austria;Austrian;Vienna
Azerbaijan;Azerbaijani,Azeri;Baku
Bahrain;Bahraini;Manama
Bangladesh;Bangladeshi;Dhaka
Belarus;Belarusian;Minsk
Belgium;Belgian;
Benin;Beninese;Porto-Novo
Bolivia;Bolivian;La Paz
Bosnia,Bosnia-Herzegovina;Bosnian;Sarajevo
Botswana;Botswanan;Gaborone
Brazil;Brazilian;Brasilia
Bulgaria;Bulgarian;Sofia
Burkina Faso;Burkinabe;Ouagadougou
Burundi;Burundian;Bujumbura
Cambodia;Cambodian;Phnom Penh
Cameroon;Cameroonian;Yaounde
Canada;Canadian;Ottawa
Chad;Chadian;N'Djamena
Chile;Chilean;Santiago
China;Chinese;Beijing
Colombia;Colombian;Bogota
Congo;Congolese;Kinshasa
Costa Rica;Costa Rican;San Jose
Croatia;Croatian;Zagreb
Cuba;Cuban;Havana
Cyprus;Cypriot;Nicosia
Czech Republic,Czechia;Czech;Prague
Denmark;Danish;Copenhagen
Djibouti;Djiboutian;
Dominican Republic;Dominican;Santo Domingo
Ecuador;Ecuadorian,Ecuadorean;Quito
Egypt;Egyptian;Cairo
El Salvador;Salvadoran;San Salvador
Eritrea;Eritrean;Asmara
Estonia;Estonian;Tallinn
Ethiopia;Ethiopian;Addis Ababa
Finland;Finnish;Helsinki
France;French;Paris
Gabon;Gabonese;Libreville
Gambia;Gambian;Banjul
Georgia;Georgian;Tbilisi
Germany;German;Berlin
Ghana;Ghanaian;Accra
Greece;Greek;Athens
Guatemala;Guatemalan;
Guinea;Guinean;Conakry
Haiti;Haitian;Port-au-Prince
Honduras;Honduran;Tegucigalpa
Hong Kong;;
Hungary;Hungarian;Budapest
Iceland;Icelandic;Reykjavik
India;Indian;New Delhi,Delhi
Indonesia;Indonesian;Jakarta
Iran;Iranian;Tehran,Teheran
Iraq;Iraqi;Baghdad
Ireland;Irish;Dublin
Israel;Israeli;Jerusalem,Tel Aviv
Italy;Italian;Rome
Ivory Coast;Ivorian;Abidjan
Jamaica;Jamaican;
Japan;Japanese;Tokyo
Jordan;Jordanian;Amman
Kazakhstan;Kazakh;Astana
Kenya;Kenyan;Nairobi
Kosovo;Kosovar;Pristina
Kuwait;Kuwaiti;
Kyrgyzstan;Kyrgyz;Bishkek
Laos;Laotian;Vientiane
Latvia;Latvian;Riga
Lebanon;Lebanese;Beirut
Liberia;Liberian;Monrovia
Libya;Libyan;Tripoli
Lithuania;Lithuanian;Vilnius
Luxembourg;;
Macedonia,North Macedonia;Macedonian;Skopje
Madagascar;Malagasy;Antananarivo
Malawi;Malawian;Lilongwe
Malaysia;Malaysian;Kuala Lumpur
Maldives;Maldivian;
Mali;Malian;Bamako
Malta;Maltese;Valletta
Mauritania;Mauritanian;Nouakchott
Mexico;Mexican;Mexico City
Moldova;Moldovan;Chisinau
Mongolia;Mongolian;Ulaanbaatar
Montenegro;Montenegrin;Podgorica
Morocco;Moroccan;Rabat
Mozambique;Mozambican;Maputo
Myanmar,Burma;Burmese;Naypyidaw
Namibia;Namibian;Windhoek
Nepal;Nepalese,Nepali;Kathmandu
Netherlands,Holland;Dutch;The Hague,Hague,Amsterdam
New Zealand;New Zealander;Wellington
Nicaragua;Nicaraguan;Managua
Niger;Nigerien;Niamey
Nigeria;Nigerian;Abuja
North Korea;North Korean;Pyongyang
Norway;Norwegian;Oslo
Oman;Omani;Muscat
Pakistan;Pakistani;Islamabad
Palestine;Palestinian;Ramallah
Panama;Panamanian;
Papua New Guinea;;Port Moresby
Paraguay;Paraguayan;Asuncion
Peru;Peruvian;Lima
Philippines;Philippine,Filipino;Manila
Poland;Polish;Warsaw
Portugal;Portuguese;Lisbon
Qatar;Qatari;Doha
Romania;Romanian;Bucharest
Russia,Russian Federation;Russian;Moscow
Rwanda;Rwandan;Kigali
Saudi Arabia;Saudi,Saudi Arabian;Riyadh
Senegal;Senegalese;Dakar
Serbia;Serbian,Serb;Belgrade
Sierra Leone;Sierra Leonean;Freetown
Singapore;Singaporean;
Slovakia;Slovak;Bratislava
Slovenia;Slovenian;Ljubljana
Somalia;Somali;Mogadishu
South Africa;South African;Pretoria
South Korea;South Korean;Seoul
South Sudan;South Sudanese;Juba
Spain;Spanish;Madrid
Sri Lanka;Sri Lankan;Colombo
Sudan;Sudanese;Khartoum
Sweden;Swedish;Stockholm
Switzerland;Swiss;Bern
Syria;Syrian;Damascus
Taiwan;Taiwanese;Taipei
Tajikistan;Tajik;Dushanbe
Tanzania;Tanzanian;Dodoma
Thailand;Thai;Bangkok
Togo;Togolese;
Tunisia;Tunisian;Tunis
Turkey,Turkiye;Turkish;Ankara
Turkmenistan;Turkmen;Ashgabat
Uganda;Ugandan;Kampala
Ukraine;Ukrainian;Kyiv,Kiev
United Arab Emirates,UAE;Emirati;Abu Dhabi
United Kingdom,Britain,Great Britain,UK,U.K.,England;British;London
United States,United States of America,US,U.S.,USA,U.S.A.,America;American;Washington
Uruguay;Uruguayan;Montevideo
Uzbekistan;Uzbek;Tashkent
Vatican;;
Venezuela;Venezuelan;Caracas
Vietnam;Vietnamese;Hanoi
Yemen;Yemeni;Sanaa
Zambia;Zambian;Lusaka
Zimbabwe;Zimbabwean;Harare`

// nation is the index of a country among the lines, from 1; 0 is none.
type nation uint8

// naming is how a word names a nation.
type naming uint8

const (
	byName naming = iota
	byDemonym
	byCapital
)

type nationName struct {
	nation nation
	naming naming
}

// nationNames finds a nation by a folded name; nationList is each nation's first name.
var nationNames, nationList = readNations()

func readNations() (map[string]nationName, []string) {
	names, list := map[string]nationName{}, []string{""}
	for l := range strings.SplitSeq(nationLines, "\n") {
		id := nation(len(list))
		for kind, field := range strings.Split(l, ";") {
			for i, n := range strings.Split(field, ",") {
				if n == "" {
					continue
				}
				names[fold(n)] = nationName{id, naming(kind)}
				if kind == 0 && i == 0 {
					list = append(list, n)
				}
			}
		}
	}
	return names, list
}
