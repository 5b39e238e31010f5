//! What is known beforehand: names, and the words with a capital that are none.
//!
//! Each list is in order, in small letters, with one space between its words: one text costs less than a thousand of them.

/// Whether `word` is in `list`, whatever its capitals.
#[must_use]
pub fn listed(list: &str, word: &str) -> bool {
    #[cfg(test)]
    assert!(in_order(list), "{list}");
    let sought = || word.bytes().map(|byte| byte.to_ascii_lowercase());
    let (mut from, mut to) = (0, list.len());
    while from < to {
        let middle = usize::midpoint(from, to);
        let start = list.as_bytes()[from..middle]
            .iter()
            .rposition(|byte| *byte == b' ')
            .map_or(from, |at| from + at + 1);
        let length = list.as_bytes()[start..to].iter().position(|byte| *byte == b' ');
        let end = length.map_or(to, |length| start + length);
        match list.as_bytes()[start..end].iter().copied().cmp(sought()) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => from = (end + 1).min(to),
            std::cmp::Ordering::Greater => to = start.saturating_sub(1).max(from),
        }
    }
    false
}

/// Whether each word of `list` stands after the one before it.
#[cfg(test)]
fn in_order(list: &str) -> bool {
    list.split(' ').zip(list.split(' ').skip(1)).all(|(one, next)| one < next) && !list.starts_with(' ')
}

/// Given names that are common in England, of the many backgrounds that people here have. It is short on purpose: a name
/// in the middle of a sentence is known by its capital, and this list helps where that says nothing.
pub const GIVEN: &str = "\
    aaliyah aaron abbie abby abdul abdullah abebe abigail ada adam adrian agnes agnieszka ahmad ahmed \
    aidan aileen aimee aisha ajay alan albert alex alexander alexandra alfie alfred ali alice alicia \
    alina alison aliyah allan amadou amanda amelia amelie amina amir amira amy ana anastasia andre \
    andrea andreea andrei andrew andrzej andy angela angelina anita ann anna anne annie anthony antonio \
    aoife arben archie arjun arlo arthur asha ashleigh ashley asif athena ava ayaan ayesha ayo barbara \
    barry becky bella ben benjamin besnik beth bethan bethany bev bianca bilal billie billy bobby bogdan \
    bradley brandon brenda brian bridget brody bruce bryan caitlin callum calum cameron carl carla \
    carlos carly caroline cassie catarina catherine cathy charles charlie charlotte chelsea cheryl chidi \
    chioma chloe chris christine christopher ciara cillian claire clara clare clarence claudia cody \
    colin colleen connor conor constance corey courtney craig damian dana daniel daniela danielle danny \
    darcy darren dave david dawid debbie deborah declan deepak denise dennis derek desmond dev devon \
    diana diane divya dominic dominik donna doreen dorothy douglas dragan duncan dylan edward eileen \
    elaine eleanor elena elias elif elijah elizabeth ella ellen ellie elliot elliott elsie emeka emilia \
    emily emma emmanuel enver eric erin esperanza esther ethan eva evan evelyn evie ewa ezra faisal \
    faiza farah farhan fatima fatimah fatou felicity felix femi finley finn fiona florence florin \
    frances francis frankie fraser fred freddie freddy freya funmi gabriel gabriela gabriella gabrielle \
    gareth gary gavin gemma geoff george georgia georgie georgina gillian gina gordon gracie graeme \
    graham greg gregory grzegorz gurpreet halima hamid hamish hamza hana hanna hannah hans harley harold \
    harris harrison harry harvey hasan hassan hayden hayley heidi helen henry hilary howard hugo hussain \
    hussein ian ibrahim ibrahima igor iman imogen imran imtiaz india ines ioan ioana irene isaac isabel \
    isabella isabelle isha isla ismail israel ivan jackie jackson jacob jaden jake jakub jamal james \
    jamie jane janet janice janine jared jasmin jason jayden jeff jeffrey jelena jemima jen jenna \
    jennifer jenny jeremy jerome jerry jess jesse jessica jessie jian jill jim jimmy jo joan joanna \
    joanne joao jodie joe joel joey john johnny jon jonathan jordan joseph josephine josh joshua josie \
    joyce judith julia julian julie justin justyna kacper kai kamal kamil karen karim karina karolina \
    kasia kasim kate katherine kathleen kathryn kathy katie katrina katy kayden kayla kayleigh keira \
    keith kelly kelsey kenneth kenya kerry kevin khadija khalid kian kieran kim kimberley kiran kirsty \
    kofi krzysztof kuba kwame kyle kylie lacey laila lakshmi lana lara laura lauren lawrence layla leah \
    leanne leigh leila leon leonard leroy lesley leszek lewis lexi liam lina linda lisa liz lizzie lloyd \
    logan lola lorraine louis louisa louise luca lucas lucia lucian lucy lukas luke luna lydia lynne \
    maciej macy maddie madison magda maisie malachi malcolm mamadou mandy marcin marco marcus marek \
    margaret maria mariam marie mariusz marlon martha martin mary maryam maryan mateusz matt matthew \
    maureen maya mehmet mei melanie melissa mia michael michaela michal michelle mihai mila milan millie \
    mina minh mitchell mohamed mohammad mohammed mohamud molly monica monika morgan moses muhammad \
    murray mustafa nadeem nadia nadine naomi nasir natalie natasha nathan nathaniel naveed neil ngozi \
    niall niamh nicholas nicky nicola nicole nigel nikita nina nisha nkechi noah noel noor olga oliver \
    olivia ollie olu oluwaseun omar onur orla oscar osman otis owen paige pamela patricia patrick patryk \
    paul paula pauline paulo pawel penelope pete peter phil philip philippa phoebe piotr polly preston \
    priya rachel rafal rahul raj ranjit rashid reece reggie rehan reuben rhiannon rhys ricardo richard \
    riley robbie robert robyn roger ronnie rory rosa roseanna roxanne rui rukhsana russell ruth ryan \
    sadia saeed safa salim samantha sami samina samira samuel sandeep sandra sanjay saoirse sara sarah \
    sasha scarlett scott sean seb sebastian selam selina seth shabana shamima shanice shannon sharon \
    shaun shauna shazia sheila shelley shelly shirley shona sian sienna simon simran sinead siobhan skye \
    sofia sonia sophia sophie stacey stan stella stephanie stephen steve steven stuart sukhdeep sunil \
    suresh susan suzanne sydney sylvia tabitha tahir tamara tamsin tania tanya tara tariq tasha taylor \
    terence teresa tesfaye thanh theo theresa thomas thuy tiana tiffany tilly timothy tina toby tom \
    tomasz tommy toni tony tracey tracy trevor tristan tunde tyler tyrell usman valerie vanessa vera \
    vicki vicky victoria vijay vikram viktor vincent waleed wanda wasim wayne wendy wesley wiktoria \
    william wojciech xavier yahya yasin yasmin yetunde ying yonas yusra yusuf yvonne zac zach zachary \
    zahra zainab zak zara zayn zoe zofia zohra zosia zuzanna";

/// Names that are words too, so that a sentence may well begin with one and mean nobody.
pub const WORDS_TOO: &str = "\
    amber angel april archer art ash august autumn basil bay bill blake blessing bob brook carol casey \
    chance charity chase christian clay daisy dale dan dawn dean dee destiny drew earl eve faith fern \
    frank gail gene grace grant guy harmony harper hazel heather herb holly hope hunter ion iris ivy \
    jack jade jan jasmine jay jean jet joy jude june kay ken kit lane lee leo lily lou lynn mark mason \
    max may mel melody mercy mike miles mo nick norm olive pat patience pearl peg penny pip poppy \
    precious prince princess ray reed rich rick rob robin roman ron rose rosemary rosie ross rowan ruby \
    rush saffron sally sam sandy sky star storm sue summer sunny tad ted teddy terry tim trinity troy \
    victor violet wade warren will willow woody young";

/// Who wrote the models and the theory, whose name a review or a rule carries: nobody's client.
pub const AUTHORS: &str = "\
    ainsworth argyle argyris atkins balint bandura bassot batmanghelidjh bichard bion borton boud bowlby \
    brandon brearley bronfenbrenner brookfield calder carper casey cleaver climbié connelly crittenden \
    dalgleish dewey diclemente driscoll egan eraut erikson falcov featherstone ferguson finkelhor fook \
    forrester fraser freud gibbs gillick greenaway hackett hobson honey ishaq jasper jay johns kadushin \
    karpman kennedy kolb kubler kübler labinjo laming lewin lundy macalister maslow mezirow morrison \
    mumford munro pelka piaget prochaska proctor reder rolfe rowntree ruch schon schwartz schön sharif \
    shulman sidebotham skinner trevithick tuckman turnell vygotsky winnicott winter wonnacott";

/// Countries, counties and towns so large that they tell of nobody.
pub const PLACES: &str = "\
    abu accra afghanistan africa albania aleppo algeria algiers altrincham america amsterdam angola \
    arabia argentina armenia asia athens australia austria azerbaijan baghdad bahrain bangladesh \
    barbados barking barnsley barrow basildon basra bath batley bedford bedfordshire beirut belarus \
    belfast belgium berkshire berlin birkenhead birmingham blackburn blackpool bolivia bolton bosnia \
    boston botswana bournemouth bracknell bradford brazil brent brighton bristol britain brixton bromley \
    brussels bucharest buckinghamshire budapest bulgaria burnley bury cairo calderdale cambodia \
    cambridge cambridgeshire camden cameroon canada canterbury cardiff caribbean carlisle chad \
    chelmsford chelsea cheltenham cheshire chester chesterfield chile china chorley colchester colombia \
    congo cornwall cotswolds coventry crawley crewe croatia croydon cuba cumbria cyprus damascus \
    darlington delhi denmark derby derbyshire devon dewsbury dhaka doncaster dorset dover dubai dublin \
    dudley durham ealing eastbourne eccles ecuador edinburgh egypt enfield england eritrea essex estonia \
    ethiopia europe exeter finland france freetown gambia gateshead georgia germany ghana glasgow \
    gloucester gloucestershire greece greenwich grimsby guinea guyana hackney haiti halifax halton \
    hammersmith hampshire harare haringey harlow harrogate harrow hartlepool hastings havering herat \
    hereford herefordshire hertfordshire hillingdon hong hounslow huddersfield hull humberside hungary \
    iceland india indonesia ipswich iran iraq ireland irlam islamabad islington israel istanbul italy \
    jamaica japan jersey jordan kabul kampala karachi kashmir kazakhstan keighley kendal kensington kent \
    kenya khartoum kingston kirklees knowsley kong korea kosovo krakow kraków kurdistan kuwait kyiv \
    lagos lahore lambeth lancashire lancaster lanka latvia lebanon leeds leicester leicestershire leigh \
    leone lewisham liberia libya lincoln lincolnshire lisbon lithuania liverpool london luton \
    macclesfield macedonia madrid maidstone malawi malaysia mali malta manchester mansfield merseyside \
    merton mexico middlesbrough midlands mirpur mogadishu moldova mongolia montenegro morecambe morocco \
    moscow mozambique mumbai myanmar nairobi namibia nepal netherlands newcastle newham niger nigeria \
    norfolk northampton northamptonshire northumberland northumbria norway norwich nottingham \
    nottinghamshire nuneaton oldham oman oxford oxfordshire pakistan palestine paraguay paris peckham \
    pendleton pennine peru peshawar peterborough philippines plymouth poland poole portsmouth portugal \
    prague preston punjab qatar raqqa reading redbridge redcar rochdale romania rome rotherham russia \
    rutland rwanda salford salisbury sandwell saudi scarborough scotland scunthorpe sefton senegal \
    serbia sheffield shrewsbury shropshire sierra skelmersdale slough slovakia slovenia sofia solihull \
    somalia somerset southampton southend southport southwark spain sri stafford staffordshire stevenage \
    stockport stockton stoke sudan suffolk sunderland surrey sussex sutton sweden swindon swinton \
    switzerland sylhet syria taiwan tameside tanzania teesside tehran telford thailand thames thurrock \
    tirana torbay toronto tottenham trafford trinidad tripoli tunisia turkey tyneside uae uganda ukraine \
    ulster uzbekistan venezuela vietnam vilnius wakefield wales walkden walsall waltham wandsworth \
    warrington warsaw warwick warwickshire watford westminster wigan wight wiltshire winchester wirral \
    woking wolverhampton worcester worcestershire worsley worthing yemen york yorkshire zambia zealand \
    zimbabwe";

/// Words that no one is called: those that begin sentences, and those that the work writes with a capital (agencies,
/// roles, meetings, law, tools, brands, languages, peoples, faiths, days and months).
pub const ORDINARY: &str = "\
    a&e about above abroad absent abstract abuse academy access accidents accuro acorn across act active \
    acute additional address adhd administrator admissions adolescent adoptive adult advanced advent \
    adverse advice adviser advisor advocacy advocate affairs afghan african afro after afternoon \
    afterwards again against age agencies agency agenda agile ago agree aid aim airbnb alarm albanian \
    alcohol aldi alert algerian all allah allow almost alone along alpha already alsatian also \
    alternative although always am amazon american amharic among amongst an analyse analysis and android \
    anger anglican angry annex annual another answer antenatal anxiety any anybody anyone anyway apart \
    apologies app appeal appendix apple apply appraisal approach appropriate approved apr april arab \
    arabic are area argh argos armed army around article as asda asian aside ask asos asperger asq asqua \
    assent assess assessed assistant associate asthma asylum at attempts attendees attitudes attorney \
    audi audit aug august aunt auntie aunty australian authoritative authority autistic autumn away \
    awful babies baby bachelor back background bad bail band bangla bangladeshi bank bar barbie barnardo \
    based basw bath batman bbc bear because bed bedroom bedtime been before behaviour behind being \
    believe below bench beneath benefit bengali beside best beta better between beyond bias bible big \
    bing bipolar birth birthday bishop black bless blood blue bluetooth bluey bma bmw board body bonfire \
    book boots borderline borough both bottle bottom boundaries bowel boxall boy boyfriend brazilian \
    break breakfast breast brexit bridge brief brigade brilliant bring british bronze brother brown \
    bruise bsl btec buggy bulgarian bulldog bully bumps bupa bureau but by cabinet cafcass cafe call \
    calpol came camp can cancer cannabis cannot cantonese canva car card care career carefirst carer \
    caribbean case caseload cat catch22 cathedral catholic cbeebies cce census central centre cerebral \
    chair challenge chancellor change channel chapel chapter charge charity chatgpt check chickenpox \
    chief child childcare childhood childline childnet children chinese choice choose christianity \
    christmas church citizens civil class classroom clause clear clerk clinic clinical clinician clock \
    close clothes cluster coach cocaine code coercive cold colleague college colombian colour combined \
    comfort command comments commissioner common communion community company compass competency \
    complaint complete complex concealed concern concerta concrete confidential congolese consent \
    conservative consider consistency consistent constabulary consultant contact context contextual \
    control coordinator cope copilot coram core coronavirus coroner corrie cost costa cot could council \
    councillor counsellor county couples course court cousin cover covid creative credit creole crime \
    criminal crisis criteria cross crown cruse cse cultural culture curiosity curriculum custody \
    customer cycle czech dad daddy daft daily damp danger dari dark dash dashboard data daughter day \
    deadline deaf dear death debrief debt dec december deficit degree delay delegated deliveroo delivery \
    delta democrat den dental deputy describe designated despite detail detective developmental diabetes \
    diagnosis diary diazepam did difficult difficulties digital dinner diploma direct director \
    directorate disabled disbelief discharge discipline disclosure discord disney disorder district \
    divisional diwali do doctor does dog doing domain domestic done door doubt down draft dragon drift \
    drop drug due duplo dutch duty dwp dyslexia each earlier early east eastenders easter easy echo \
    eclipse ecomap ed edexcel edge edinburgh educational edupay effective effort eid eight either elder \
    elective eleven elsa else elsewhere elvanse email emergency emis emmenders emmerdale emotional \
    encompass end energy english enough enquiry epilepsy equality eritrean escalated ethics ethiopian \
    ethnic ethnicity european evaluate even event ever every everybody everyone evri exam examples excel \
    except executive exhibit experiential expert explain extended external fabricated face facebook \
    facetime fact factor failure fair fairy families family far farsi fast father fear feast feb \
    february fed feed feedback fellow felt female fentanyl fetal few fewer fi fifteen fifth fifty figure \
    file filipino final financial find findings fine fingers fire firm first fit five fix fixed flag \
    flat flu focus foetal fog follow food foodbank footsteps for forced ford forget form formal formula \
    fortnite forty forum forward foster found four fourth framework free freedom freegle french fri \
    friday fridge friend from front frontline frozen fulani full functional funny furniture further \
    furthermore gambian gamma gang gap gate gateway gave gay gcse gender general genital genogram german \
    get ghanaian ghost gingerbread girl girlfriend give given global globe gmail gmc go god gold good \
    google got governor grade graded gran grandad granddad grandfather grandma grandmother grandparent \
    granny great greater greek green greggs grey grindr group guardian guests guide guidelines guilt \
    guilty gujarati gumtree gurdwara gut gypsy had halal half hall halloween hamster handbook handover \
    hansard hanukkah happy hard harm has hate hausa have hcpc he head headlice headteacher health \
    healthcare healthy heard heart hebrew hello help helpline hence her here heritage hermes hero heroin \
    herself hi high hijab him himself hindi hindsight hindu his history hm hmp hmrc hold holi holiday \
    home homestart honesty honour hoover hospital hostel hot hotmail house household houseparty how \
    however hub huge hulk human humour hungarian hunger hungry husband hygiene hypothesis iceland icpc \
    idea identify identity if igbo ignore ikea imagine imam immunity impact important impressions in \
    inbox incident income independent indian indicator individual indonesian induced infant inherent \
    initial injuries injury inner inpatient inquest inquiry inside inspector inspectorate insta \
    instagram instead instinct institute intensive interagency interest interim internal international \
    internet interpreter interview into involve ipad iphone iranian iraqi irish is islam islamic islands \
    israeli issue it italian item its itself jab jamaican jan january japanese jehovah jenga jew jewish \
    job jobseekers joint journal judge judicial jul july jun june junior just justice kahoot keen keep \
    ketamine key kids kik kind king kingdom kitchen know knowledge known kooth koran korean kosher ks \
    kurd kurdish labour labrador lack lado landlord language laptop last late later latvian laughter law \
    lazy lead leader learner least leave lebanese legal lego lent lesbian less lesson let letter level \
    lgbt lgbtq liaison liberal library lidl life lifestory like likewise limit line lingala link \
    linkedin liquidlogic listen lists lithuanian little lived lives lloyds local locality lockdown locum \
    lone long look looked lord lots love low luck lucky lunch macbook made madrasah madrassa magistrate \
    mail main majesty major majority makaton make male mam man manager mandarin mandatory mandinka \
    manual many mappa mar marac march marriage marvel mash master maternity matrix matron matters may \
    maybe mayor mcdonald me meals mean meanwhile measles medical medicine mega melatonin mellow memory \
    men mental mentimeter mentor merlin mermaids merry mess message messenger met methadone method \
    michaelmas microsoft mid middle midnight midwife midwifery midwives might military mind mine \
    minecraft minister minor minority minute mirpuri mirror miss missed mistakes mixed mobile model \
    modern module moldovan mom mon monday money monopoly monster months moodle more moreover mormon \
    moroccan morrisons mosaic mosque most mother motivational mould mouth move much muharram multi \
    multiagency multiple mum mummy museum muslim must my myself myspace myth naloxone name named nan \
    nana nando nanny nappies nappy national nature ndebele near need neglect neighbour neither neonatal \
    neonate nepali nephew nerves netflix network never nevertheless new newborn newly newsletter \
    newsnight next nice niece nigerian night nine nintendo niqab nmc no nobody noise noisy non none \
    nonetheless nor north northern norwegian not note notice nov november now nowhere nowruz nrm nspcc \
    numb number nurofen nurse nursery nvq objective oct october odd of off offer office officer official \
    ofsted often oh ok okay old older ombudsman omegle omicron on once one onedrive online only onlyfans \
    onto open or order ordinary original oromo orthodox other otherwise ought our ourselves out outcome \
    outer outline outlook outpatient outreach outside over overall oversight own pack padlet paediatric \
    paediatrician page pakistani palestinian palsy pancake panel panic panorama panto paper paperwork \
    paragraph paramedic parent parental park part partner pashto passover passport past pastor pastoral \
    pathway patient patois pattern pdf peer pen pentecost pentecostal people peppa perhaps perinatal \
    period permanency persian person personal pets phase phd phone phoneline physical pidgin pilot pin \
    pink pinterest place plan platinum play please plenty plus pod point pokemon pokémon pole police \
    policy polio polish polytechnic poor pope portal portuguese post postnatal poundland poverty power \
    powerpoint practice practise practitioner praise pram pre pregabalin pregnancy premature premier \
    premium prepare present preserve press pressure pretty prevent pride priest primark primary prince \
    principal principle prison privacy private privilege procedure proceedings process professional \
    professor profile programme progress project prom promote proof protect protected protective \
    protestant protocol proud prozac psychiatric psychiatry psychological ptsd public publisher punjabi \
    pupil purim purple put quaker quality queen queer questionnaire quick quiet quite quote quran rabbi \
    rabbit race rag rain ramadan ramadhan rang rapid rastafarian rather ratio rcn rcpc rcpch read ready \
    reality reason recall recap record recorder recovery red reddit referral reflective reflexive reform \
    refuge refugee regardless region regional register registered regret regular regulator relate \
    relatives relevant relief religion remember rent repair repeat report request research residential \
    resource respect respite response restorative result resus return review right rio risk ritalin road \
    roblox role roma romani romanian romany room rota rottweiler round routes routine royal rubbish \
    ruils rule rumours russian rwandan sad safe safeguard safelives safer safety sainsbury samaritan \
    same sanctuary santa sat saturday saw say scabies scary scheme schizophrenia school schwartz scope \
    score scot scottish scouse script sdq seat second secondary secretary secrets secure security see \
    seek seem seen seldom self semester send senior sense sep sept september serb serbian sertraline \
    service seven several severe sex sexual shall shame shared sharepoint she sheet shelter shia shift \
    shock shoes short should show shut sign signal significant sikh silver similar simple simpsons since \
    single sinhala siri sister sit site six sixth size skill skype slavery sleep slido slovak slow small \
    smart smile smoke snacks snap snapchat snapshot snow so social society solicitor solid solihull \
    somali some somebody somehow someone sometime somewhere son soon sorani sorry source south spanish \
    spar spare speak special spectrum speech spice spiderman spoke spoken sport spotify spreadsheet \
    staff staffie stage stair standard starbucks start state status statutory stay step stepdad \
    stepfather stepmother stepmum stigma still stonewall stop stories stormzy story strange strategic \
    strategy street strength strengthened stress strong stronger structured stuck student study stuff \
    subgroup subject subutex success such sudanese sudocrem suicide summary summer sun sunday sunlight \
    sunni super superdrug supervisor supper support supported sure surgery surprise survey survivor \
    swahili swe swedish sweet sylheti synagogue syndrome syrian system systemic systmone table tablet \
    tagalog take taken talk talktalk tamil tamworth targeted task tax tea teacher team teamwork tears \
    teenage teenager telegram tell template temple ten term terrier tesco test texts thai than thank \
    that the theatre their them themselves then theory therapeutic theraplay therapy there thereafter \
    therefore these they thing think third thirty this those though thought thousand three threshold \
    thrive through throughout thu thur thursday tier tigrinya tiktok time timelines tinder to today \
    toddler together told tomorrow tone tonight too took tool toolkit topic tory tourette toward toxic \
    toyota toys tracker traffic trail train tramadol trans transfer transport trauma traveller treasury \
    treat tree trello triad triage triangle tribunal trigger trio triple trixonline troubled true \
    trussell trust truth try tue tuesday tupperware turk turkish turns twelve twenty twi twice twin \
    twitch twitter two uber ucas ugly ukrainian ultra unaccompanied unborn uncertainty uncle unclear \
    under understand unexplained unicef union unison unit unite united universal university unless \
    unlike uno unsure until up update upon upset upstairs urdu urgent us use used vaccine vaisakhi \
    valentine valium values vauxhall velcro very via vicar vice victim video vietnamese view vinted \
    virtual visit visitor vodka voice voluntary volunteer wages wait waitrose walk ward warm warn \
    warrant was watch water way we weapon weather web wed wednesday week weekends weird welcome welfare \
    well welsh went were west wet what whatever whatsapp wheel when whenever where whereas wherever \
    whether which whichever while white whitsun who whoever whole whom whose why wi wife wifi wikipedia \
    wilko window windy winter wish wishes with within without witnesses wizard wolof woman women \
    womensaid word work worker workforce workload workshop world worldwide worries worry worse worst \
    worth would wow write wrong xanax xbox xl xmas yahoo yeah year yearly yellow yep yes yesterday yet \
    yiddish yom yoruba you younger your yourself youth youtube zero zimbabwean zone zoom zulu";

/// Two capitals that are nobody's initials.
pub const ABBREVIATIONS: &str = "\
    am an ap as at ba be bp by ca cc ce ci cp cs ct cv cw da dc dd de dg dh di dm dn do dr ds dv ea ec \
    ed eh ek el em ep er es et eu ey fc fe ff fi fm fp ft fv gm go gp ha hb hd he hm ho hr ht hv ia ic \
    id if im in io ip iq is it iv jp kc ks la ld lo lp ls ma me mh mi mp mr ms my nd ne ni no nq nr nw \
    od oh ok on oo op or os ot pa pb pc pe pi pl pm po pr ps pt qa qc qr re rn ro sa sc se sg sl sm sn \
    so sp ss st sw ta td tl tm to tv uc uk un up us vc vs wc we ws wt xx ye yj yo yp ys yw";

/// What stands before a surname.
pub const TITLES: &str = "\
    cllr constable councillor da dame dc dci det di doctor dr ds imam inspector judge justice lady \
    matron midwife miss mr mrs ms mx nurse pastor pc pcso prof professor rabbi recorder rev reverend \
    sergeant sgt sheikh sir wpc";

/// Who a person is to somebody: family and roles.
pub const RELATIONS: &str = "\
    adult aunt auntie aunty babies baby boy boyfriend boys brother brothers carer carers child children \
    colleague consultant counsellor cousin cousins dad daddy daughter daughters doctor eldest ex father \
    fiance fiancé friend girl girlfriend girls gran grandad granddad granddaughter grandfather grandma \
    grandmother grandparents grandson granny guardian head headteacher husband kid kids lad landlord \
    lass lodger mam man manager mate mentor midwife mom mother mum mummy nan nana nanny neighbour nephew \
    niece nurse officer oldest paediatrician parent parents partner practitioner psychologist pupil \
    senco sibling siblings sister sisters solicitor son sons stepbrother stepdad stepdaughter stepfather \
    stepmother stepmum stepsister stepson student supervisor teacher teenager therapist toddler tutor \
    twin twins uncle visitor wife woman worker youngest youngster";

/// What people do, and other things seldom: after an unknown word, these make it a name.
pub const VERBS: &str = "\
    admitted agreed answered arrived asked asks ate began begged believes bit blamed called calls came \
    chose cried cries denied disclosed disliked drank drew drinks drove eats emailed explained feels \
    fell felt frowned giggled goes got grabbed grew grinned hates hid hit hugged hurt ignored insisted \
    kicked kissed knew knows laughed laughs left likes lived lives looked looks loved loves made makes \
    messaged met missed moved nodded opened phoned played plays pointed promised pushed ran rang refused \
    remembered replied said sat saw says screamed shook shouted shrugged sleeps slept smiled smiles \
    smokes sobbed spoke stared stayed swore takes talks tells texted thinks thought threatened told took \
    tried trusted trusts visited waited walked wanted wants watched went wept whispered wore writes \
    wrote yelled";

/// Words that say what a name is of, when they follow it: `Gibbs' model`, `Clare's Law`.
pub const OF_A_WORK: &str =
    "approach competence competent cycle guidelines hierarchy inquiry ladder law model rule theory";

/// Words that make a run of capitals an organisation, a document or a meeting, and no person.
pub const ORGANISATIONS: &str = "\
    act assessment association board centre college commission committee conference council court department \
    foundation framework hospice hospital hub inquiry institute law limited ltd meeting model panel partnership plan \
    police policy procedure programme project report review service services society team trust university";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_in_order_and_finds_what_is_in_it() {
        for list in [
            GIVEN,
            WORDS_TOO,
            AUTHORS,
            PLACES,
            ORDINARY,
            ABBREVIATIONS,
            TITLES,
            RELATIONS,
            VERBS,
            OF_A_WORK,
            ORGANISATIONS,
        ] {
            let words: Vec<_> = list.split(' ').collect();
            for pair in words.windows(2) {
                assert!(pair[0] < pair[1], "{} stands before {}", pair[0], pair[1]);
            }
            for word in words {
                assert!(!word.is_empty() && listed(list, word), "{word}");
                assert!(listed(list, &word.to_uppercase()) || !word.is_ascii(), "{word}");
            }
            for other in ["", "a b", "zzz", "\u{e9}", "0"] {
                assert!(!listed(list, other), "{other}");
            }
        }
    }
}
