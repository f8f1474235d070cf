/**
 * Characters that make up well over half of any Chinese text, in both scripts: by their share a right decoding is told
 * from a wrong one, which gives hardly any.
 */
const SIMPLIFIED =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济油思术交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报完类八离华名确才科张信马节话整元况今集温传土许步广石记需段研界拉林律且究观越织装影算低持音众书布复容儿际商非验连断深难近千周委素技备半办青省列习响约支般史感劳便团往市克何除消构府称太准精值号率族维划选标写存候毛亲快效院查江型眼王按格养易置派层片始却专状育厂京适属圆包住调满县局照参红细引听该铁价严房村投元亿镇企银率售均额居财贸营创疗投额';
const TRADITIONAL =
  '這為個國時來們對會發動過說產種後學經進著電裡現實兩體機當點從業開還應關樣與線內數質氣變條沒結問無係軍見題黨員設長頭資邊級圖統較將組計別論運農幾區強決戰則處隊給門規熱領東導壓爭濟術聯認權證轉單風帶場車務萬達積議聲報類離華確張馬節話況溫傳許廣記層觀織裝眾書復兒際驗連斷難備辦習響約勞團構稱號維劃選標寫親價銀鎮億專狀調滿廠縣嚴鐵參細聽投總並麼歲臺灣灣營貿財醫療創據態億獲於';
const PUNCTUATION = '，。、：；“”‘’（）《》？！「」『』％　';

const COMMON = new Uint8Array(0x10000);
for (const c of SIMPLIFIED + TRADITIONAL + PUNCTUATION) COMMON[c.charCodeAt(0)] = 1;

/** Share of common Chinese characters among the characters beyond ASCII, from 0 to 1; 0 where there are none. */
export function commonShare(text: string): number {
  let common = 0;
  let all = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x80) continue;
    all++;
    common += COMMON[c]!;
  }
  return all === 0 ? 0 : common / all;
}
