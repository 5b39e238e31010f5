//! What is known beforehand: names, and the words with a capital that are none.
//!
//! Each list is in order, in small letters, with one space between its words: one text costs less than a
//! thousand of them.

use std::cmp::Ordering;

/// Whether `word` is in `list`, whatever its capitals.
#[must_use]
pub fn listed(list: &str, word: &str) -> bool {
    #[cfg(test)]
    assert!(in_order(list), "{list}");
    let list = list.as_bytes();
    let (mut from, mut to) = (0, list.len());
    while from < to {
        let middle = usize::midpoint(from, to);
        let start = (from..middle).rfind(|at| list[*at] == b' ').map_or(from, |at| at + 1);
        let mut at = start;
        // A space, and the end, stand before every letter.
        let letter = |at: usize| list.get(at).copied().filter(|byte| *byte != b' ').unwrap_or(0);
        let mut sought = word.bytes().map(|byte| byte.to_ascii_lowercase());
        let wanted = loop {
            let wanted = sought.next().unwrap_or(0);
            if wanted != letter(at) || wanted == 0 {
                break wanted;
            }
            at += 1;
        };
        match letter(at).cmp(&wanted) {
            Ordering::Equal => return true,
            Ordering::Greater => to = start.saturating_sub(1).max(from),
            Ordering::Less => {
                while letter(at) != 0 {
                    at += 1;
                }
                from = at + 1;
            }
        }
    }
    false
}

/// Whether each word of `list` stands after the one before it.
#[cfg(test)]
fn in_order(list: &str) -> bool {
    list.split(' ').zip(list.split(' ').skip(1)).all(|(one, next)| one < next) && !list.starts_with(' ')
}

/// Given names that are common in England, of the many backgrounds that people here have. It is short on
/// purpose: a name in the middle of a sentence is known by its capital, and this list helps where that says
/// nothing.
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
    rush saffron sally sam sandy sky storm sue summer sunny tad ted teddy terry tim trinity troy victor \
    violet wade warren will willow woody";

/// Who wrote the models and the theory, whose name a review or a rule carries: nobody's client.
pub const AUTHORS: &str = "\
    ainsworth argyle argyris atkins balint bandura bassot batmanghelidjh bichard bion borton boud bowlby \
    brandon brearley bronfenbrenner brookfield calder carper casey cleaver crittenden \
    dalgleish dewey diclemente driscoll egan eraut erikson falcov featherstone ferguson finkelhor fook \
    forrester fraser freshwater freud gibbs gillick greenaway hackett honey jasper jay \
    johns kadushin karpman kennedy kolb kubler kübler laming lewin lundy macalister maclean \
    maslow mezirow morrison mumford munro piaget prochaska proctor reder rolfe rowntree ruch schon \
    schwartz schön shulman sidebotham skinner trevithick tuckman turnell vygotsky winnicott \
    winter wonnacott";

/// Countries, counties and towns so large that they tell of nobody.
pub const PLACES: &str = "\
    accra afghanistan africa albania algeria altrincham america amsterdam angola arabia argentina asia \
    athens australia austria baghdad bahrain bangladesh barbados barking barnsley bath bedford \
    bedfordshire beirut belarus belfast belgium berkshire berlin birkenhead birmingham blackburn \
    blackpool bolton bosnia boston bournemouth bradford brazil brighton bristol britain brixton bromley \
    brussels bucharest buckinghamshire budapest bulgaria burnley bury cairo calderdale cambodia \
    cambridge cambridgeshire camden cameroon canada canterbury cardiff caribbean carlisle chad \
    chelmsford chelsea cheshire chester chile china chorley colombia congo cornwall cotswolds coventry \
    crawley croatia croydon cuba cumbria cyprus damascus darlington delhi denmark derby derbyshire devon \
    dhaka doncaster dorset dubai dublin dudley durham ealing eccles ecuador edinburgh egypt enfield \
    england eritrea essex estonia ethiopia europe exeter finland france gambia gateshead georgia germany \
    ghana glasgow gloucester gloucestershire greece greenwich guinea hackney haiti halifax halton \
    hammersmith hampshire haringey harlow harrow hertfordshire hillingdon hong hounslow huddersfield \
    hull humberside hungary india indonesia iran iraq ireland irlam islington israel istanbul italy \
    jamaica japan jordan kabul karachi kashmir kazakhstan kensington kent kenya kingston kong korea \
    kosovo krakow kraków kurdistan kuwait kyiv lagos lahore lambeth lancashire lancaster lanka latvia \
    lebanon leeds leicester leicestershire leigh leone lewisham liberia libya lincoln lincolnshire \
    lisbon lithuania liverpool london luton macedonia madrid malawi malaysia mali malta manchester \
    mansfield merseyside mexico middlesbrough midlands mirpur mogadishu moldova morecambe morocco mumbai \
    myanmar nairobi nepal netherlands newcastle newham nigeria norfolk northampton northamptonshire \
    northumberland northumbria norway norwich nottingham nottinghamshire oldham oman oxford oxfordshire \
    pakistan palestine paris peckham pendleton pennine peru peterborough philippines plymouth poland \
    portsmouth portugal prague preston punjab qatar reading redbridge rochdale romania rome rotherham \
    russia rwanda salford salisbury sandwell saudi scarborough scotland sefton senegal serbia sheffield \
    shropshire sierra slough slovakia slovenia sofia solihull somalia somerset southampton southend \
    southport southwark spain sri stafford staffordshire stockport stockton stoke sudan suffolk \
    sunderland surrey sussex sutton sweden swinton switzerland sylhet syria taiwan tameside tanzania \
    teesside thailand thames tottenham trafford trinidad tunisia turkey tyneside uae uganda ukraine \
    uzbekistan venezuela vietnam wakefield wales walkden walsall waltham wandsworth warrington warsaw \
    warwick warwickshire watford westminster wigan wight wiltshire wirral wolverhampton worcester \
    worcestershire worsley yemen york yorkshire zambia zealand zimbabwe";

/// Words that no one is called: those that begin sentences, and those that the work writes with a capital
/// (agencies, roles, meetings, law, tools, brands, languages, peoples, faiths, days and months).
pub const ORDINARY: &str = "\
    a&e about above abroad absent abstract abuse academy access accidents acorn across act active acute \
    additional address adhd administrator admissions adolescent adoptive adult advanced advent adverse \
    advice adviser advisor advocacy advocate affairs afghan african afro after afternoon afterwards \
    again against age agencies agency agenda agile ago agree aid aim alarm albanian alcohol aldi alert \
    algerian all allah allow almost alone along already also alternative although always am amazon \
    american amharic among amongst an analyse analysis and android anger anglican angry annual another \
    answer antenatal anxiety any anybody anyone anyway apart apologies app appeal appendix apple apply \
    appraisal approach appropriate approved apr april arab arabic are area argos armed army around \
    article as asda asian aside ask asos asperger asq assent assess assessed assistant associate asthma \
    asylum at attempts attendees attitudes attorney audit aug august aunt auntie aunty australian \
    authoritative authority autistic autumn away awful babies baby bachelor back background bad bail \
    band bangla bangladeshi bank bar barnardo based basw bbc bear because bed bedroom bedtime been \
    before behaviour behind being believe below bench benefit bengali beside best better between beyond \
    bible big bipolar birth birthday black blood blue bluetooth bma board body book boots borderline \
    borough both boundaries boxall boy boyfriend brazilian break breakfast brexit bridge brief brigade \
    bring british brother bruise bsl btec bulgarian bully bupa bureau but by cafcass cafe call calpol \
    came can cancer cannabis cannot cantonese canva car card care career carefirst carer caribbean case \
    cat catch22 catholic cce census central centre cerebral chair challenge change channel chapter \
    charge charity chatgpt check chief child childcare childhood childline childnet children chinese \
    choose christianity christmas church citizens civil classroom clear clerk clinic clinical clinician \
    clock close clothes cluster coach cocaine code coercive colleague college colombian combined command \
    comments commissioner common community company compass competency complaint complete complex \
    concealed concern concrete confidential congolese consent consider consistent constabulary \
    consultant contact context contextual control coordinator cope coram core coronavirus coroner cost \
    could council councillor counsellor county couples course court cousin covid creative credit creole \
    crime criminal criteria cross crown cruse cse cultural culture curiosity curriculum custody customer \
    cycle czech dad daddy daily damp danger dari dash dashboard data daughter day deadline deaf death \
    debrief debt dec december deficit degree delegated delivery dental deputy describe designated \
    despite detail detective developmental diabetes diagnosis diary diazepam did difficult difficulties \
    digital dinner diploma director directorate disabled disbelief discharge disclosure discord disorder \
    district divisional diwali do doctor does dog doing domain domestic done door doubt down drift drop \
    drug due dutch duty dwp dyslexia each earlier early east easter easy eclipse ecomap ed edge \
    edinburgh educational edupay effective eid eight either elder elective eleven else elsewhere email \
    emergency emis emotional encompass end english enough enquiry epilepsy equality eritrean escalated \
    ethics ethiopian ethnic ethnicity european evaluate even event ever every everybody everyone exam \
    examples excel except executive experiential expert explain extended external fabricated facebook \
    facetime factor failure fair families family far farsi fast father fear feb february feed feedback \
    fellow felt female fetal few fewer fi fifteen fifth fifty figure file filipino final financial find \
    findings fine firm first fit five fix fixed flag flat flu focus foetal follow food foodbank for \
    forced forget form formal forty forum forward foster found four fourth framework free freedom french \
    fri friday friend from front frontline fulani full functional funny furniture further furthermore \
    gambian gang gateway gave gay gcse gender general genital genogram german get ghanaian gingerbread \
    girl girlfriend give given global gmail gmc go god good google got governor grade graded gran \
    grandad granddad grandfather grandma grandmother grandparent granny great greater greek green group \
    guardian guests guide guidelines guilt guilty gujarati gypsy had halal half hall halloween handbook \
    handover hanukkah happy hard harm has hate hausa have hcpc he head headteacher health healthcare \
    healthy heard heart hebrew hello help helpline hence her here heritage heroin herself hi high him \
    himself hindi hindsight hindu his history hm hmp hmrc hold holi holiday home homestart honour \
    hospital hostel house household how however hub human hungarian hunger husband icpc idea identify \
    identity if igbo ignore ikea imagine imam immunity impact important impressions in inbox incident \
    income independent indian indicator individual indonesian induced infant inherent initial injuries \
    injury inner inpatient inquest inquiry inside inspector inspectorate insta instagram instead \
    institute intensive interagency interest interim internal international internet interpreter \
    interview into involve iphone iranian iraqi irish is islam islamic israeli issue it italian its \
    itself jamaican jan january japanese jehovah jew jewish job jobseekers journal judge judicial jul \
    july jun june junior just justice kahoot keep key kids kind king kingdom kitchen know knowledge \
    known kooth koran korean kosher ks kurd kurdish labour lack lado landlord language laptop last late \
    later latvian laughter law lead leader learner least leave lebanese legal lego lent lesbian less \
    lesson let letter level lgbt lgbtq liaison library lidl life like likewise limit line lingala link \
    liquidlogic listen lists lithuanian little lived lives lloyds local locality lockdown locum lone \
    long look looked lord lots love low lucky lunch made magistrate mail main majesty major majority \
    makaton make male mam man manager mandarin mandatory mandinka manual many mappa mar marac march \
    marriage mash master maternity matrix matron matters may maybe mayor mcdonald me mean meanwhile \
    medical medicine mega melatonin men mental mentimeter mentor merlin mermaids merry message messenger \
    met methadone method michaelmas microsoft middle midnight midwife midwifery midwives might military \
    mind mine minecraft minister minor minority minute mirpuri miss missed mistakes mixed mobile model \
    modern module moldovan mom mon monday money months moodle more moreover mormon moroccan morrisons \
    mosaic mosque most mother motivational move much muharram multi multiagency multiple mum mummy \
    museum muslim must my myself myth name named nan nana nanny nappies nappy national nature ndebele \
    near need neglect neighbour neither neonatal neonate nepali nephew nerves netflix network never \
    nevertheless new newborn newly newsletter newsnight next nice niece nigerian night nine nmc no \
    nobody noise noisy non none nonetheless nor north northern norwegian not note notice nov november \
    now nowhere nowruz nrm nspcc number nurse nursery nvq objective oct october of off offer office \
    officer official ofsted often oh ok okay old older on once one onedrive online only onlyfans onto \
    open or order ordinary original oromo orthodox other otherwise ought our ourselves out outcome outer \
    outline outlook outpatient outreach outside over overall oversight own pack padlet paediatric \
    paediatrician page pakistani palestinian palsy panel panorama panto paragraph paramedic parent \
    parental park part partner pashto passover passport past pastor pastoral pathway patient patois \
    pattern pdf peer pentecost pentecostal people perhaps perinatal period permanency persian person \
    personal pets phase phd phone phoneline physical pidgin pilot pin place plan play please plenty plus \
    pod point pole police policy polish polytechnic poor portal portuguese post postnatal power \
    powerpoint practice practise practitioner praise pre pregnancy premature premier prepare present \
    preserve press pressure prevent priest primark primary prince principal principle prison privacy \
    private privilege procedure proceedings process professional professor profile programme progress \
    project prom promote protect protected protective protestant protocol proud psychiatric psychiatry \
    psychological ptsd public publisher punjabi pupil purim put quaker quality queen queer questionnaire \
    quick quiet quite quote quran race rag ramadan ramadhan rang rapid rastafarian rather ratio rcn rcpc \
    rcpch read ready reality reason recall recap record recorder recovery red reddit referral reflective \
    reflexive reform refuge refugee regardless region regional register registered regret regular \
    regulator relate relatives relevant relief religion remember rent repair repeat report request \
    research residential resource respite response restorative result resus return review right rio risk \
    road roblox role roma romani romanian romany room rota round routes routine royal rubbish rule \
    rumours russian rwandan sad safe safeguard safelives safer safety sainsbury samaritan same sanctuary \
    sat saturday saw say scheme schizophrenia school schwartz scope score scot scottish scouse script \
    sdq second secondary secretary secrets secure security see seek seem seen self semester send senior \
    sep sept september serb serbian sertraline service seven several severe sex sexual shall shame \
    shared sharepoint she sheet shelter shia shoes short should show shut sign signal significant sikh \
    similar simple since single sinhala sister site six sixth skype slavery slido slovak slow small \
    smart snap snapchat snapshot so social society solicitor solihull somali some somebody somehow \
    someone sometime somewhere son soon sorani sorry source south spanish spar spare speak special \
    spectrum speech spice spoke spoken sport spreadsheet staff stage standard star start state status \
    statutory stay step stepdad stepfather stepmother stepmum still stonewall stop stories story strange \
    strategic strategy street strength strengthened stress stronger structured stuck student study stuff \
    subgroup subject success such sudanese sudocrem suicide summary summer sun sunday sunni super \
    supervisor support supported sure surgery surprise survey survivor swahili swe swedish sylheti \
    syndrome syrian system systemic systmone table tagalog take taken talk tamil tamworth targeted task \
    tax tea teacher team teamwork tears teenage teenager telegram tell template ten term tesco test \
    texts thai than thank that the theatre their them themselves then theory therapeutic therapy there \
    thereafter therefore these they thing think third thirty this those though thought thousand three \
    threshold thrive through throughout thu thur thursday tier tigrinya tiktok time timelines tinder to \
    today toddler together told tomorrow tone tonight too took tool toolkit topic tourette toward toxic \
    toys tracker traffic trail train tramadol trans transfer transport trauma traveller treat trello \
    triad triage triangle tribunal trigger trio triple troubled trussell trust truth try tue tuesday \
    turk turkish turns twelve twenty twi twice twin twitter two uber ukrainian ultra unaccompanied \
    unborn uncertainty uncle unclear under understand unexplained unicef union unison unit unite united \
    universal university unless unlike unsure until up update upon upset upstairs urdu urgent us use \
    used vaisakhi valentine values very via vice victim video vietnamese view vinted virtual visit \
    visitor vodka voice voluntary volunteer wages wait waitrose walk ward warn warrant was watch way we \
    weapon web wed wednesday week weekends welcome welfare well welsh went were west what whatever \
    whatsapp wheel when whenever where whereas wherever whether which whichever while white whitsun who \
    whole whom whose why wi wife wifi wikipedia window winter wish wishes with within without witnesses \
    wolof woman women womensaid word work worker workforce workload workshop world worldwide worries \
    worry worse worst would write wrong xbox xmas yahoo yeah year yearly yellow yes yesterday yet \
    yiddish yom yoruba you young younger your yourself youth youtube zero zimbabwean zone zoom zulu";

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
pub const OF_A_WORK: &str = "\
    approach competence competent cycle guidelines hierarchy inquiry ladder law model rule theory";

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
