// The small words of languages: articles, pronouns, prepositions, conjunctions and the commonest
// verbs. A word that two languages share stands in both lists, so that it speaks for neither.

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "base/ascii.h"
#include "text/language.h"

namespace recto {
namespace {

struct LanguageEntry {
  std::string_view tag;
  std::string_view name;
  std::string_view words;
};

constexpr std::array kLanguages = {
    LanguageEntry{
        "en", "English",
        "the of and to in is that for it as was with be by on not he his but at are this have from "
        "or had an a they which you were her all she there would their we him been has when who "
        "will no if so what its about into than them can could these may do any my such our over "
        "me also did must through where your should because each those how very between both "
        "under while might us does doesn don isn aren won didn without within whether rather only "
        "s t d m ll re ve more most some other then here being having whose until during after "
        "before upon every"},
    LanguageEntry{
        "fr", "French",
        "le la les des du de un une et est dans pour que qui avec ce cette ces sont aux au mais "
        "nous vous ils il elle elles leur leurs être comme ou où par pas plus se ses sa sur votre "
        "notre aussi cela était même peut tous toutes lorsque afin donc ainsi chaque entre sans en "
        "on a as me son si tout ne avez ont cet quand très vos nos moins dont depuis alors encore "
        "c d l j n qu sous vers chez deux faire fait bien"},
    LanguageEntry{
        "es", "Spanish",
        "el la los las de del que y en un una por con no se su sus para al lo más este esta pero "
        "le ya o cuando muy sin sobre también hasta hay donde quien desde todo todos nos durante "
        "uno les ni contra otros otra otro ese eso esto estos estas antes qué como ser es son fue "
        "está están puede tiene entre cada si a me he has e porque así según sea han mientras "
        "cómo aunque pueden tu tus usted"},
    LanguageEntry{
        "pt", "Portuguese",
        "o a os as de que e do da dos das em um uma para é com não no na nos nas por mais se como "
        "mas foi ao aos ele tem seu sua seus suas ou quando muito já também só pelo pela até isso "
        "ela entre depois sem mesmo quem esse essa eles você vocês num nem qual este esta estes "
        "são está estão pode podem ser cada me te onde porque ainda sobre lhe à às pelos pelas"},
    LanguageEntry{
        "it", "Italian",
        "di e il la che è per un una in non si da lo le gli con del della dei delle dell al alla "
        "i a come ma anche più o nel nella sono se questo questa questi queste alle ai dal dalla "
        "ha hanno suo sua loro essere quando molto così dove ogni può possono stato cui tra nelle "
        "sul sulla perché do so me no uno nei degli dalle tutti tutto tuo sia ad ed l qui vi "
        "oppure però quello quella dello agli dagli sui sulle ecco poi mentre ancora già anziché"},
    LanguageEntry{
        "ca", "Catalan",
        "el la els les de i que a en un una per amb és no del al es o com més dels aquest aquesta "
        "però també són ha pel seu seva quan aquests als si on hi ho ser pot sense molt fins"},
    LanguageEntry{
        "ro", "Romanian",
        "și de la în o un a pe cu nu este care să din pentru mai ce sunt se le lui ca dar sau fi "
        "prin acest această cele dacă după până fără poate când doar către toate astfel am as al "
        "ale cum fie unei unui între sub aceste"},
    LanguageEntry{
        "de", "German",
        "der die das und ist in den von zu mit nicht ein eine einen einem einer eines des dem im "
        "auf für sie es sich auch als an am er wie aus bei nach oder aber wir ihr sind wird werden "
        "kann können wenn nur noch durch über mehr zum zur diese dieser dieses diesem um so was "
        "will hat haben war all her vor bis man da dass ob ihre ihren sein seine unter zwischen "
        "bereits also wurde wurden sowie ohne jede jeder alle euch uns dann"},
    LanguageEntry{
        "nl", "Dutch",
        "de het een en van in is op te dat die voor met zijn niet aan er om ook als maar bij of "
        "uit naar door over wordt worden kan je we ze dit nog wel deze hun meer dan zo heeft "
        "hebben was had been me at wat hoe waar kunnen moet tot onder tussen tegen zonder elke "
        "geen omdat wanneer u uw jouw"},
    LanguageEntry{
        "sv", "Swedish",
        "och att det i en är som på för med av till den inte har om ett var de men så vi kan han "
        "hon när från eller ska ut vid också efter upp under in över sin man alla all mer vara "
        "mot finns hur detta här utan bara där du din denna dessa blir genom mellan"},
    LanguageEntry{
        "da", "Danish",
        "og at i det er en til på som de med for den af ikke der har om et var men så han vi kan "
        "hun når fra eller skal ud ved også efter op under over ind sin man alle mere være mod "
        "hvor dette her uden kun have hvad nu du din denne disse bliver gennem mellem blev to "
        "begge"},
    LanguageEntry{
        "nb", "Norwegian",
        "og at i det er en til på som de med for den av ikke der har om et var men så han vi kan "
        "hun når fra eller skal ut ved også etter opp under over inn sin man alle mer være mot "
        "hvor dette her uten bare hva nå du din denne disse blir gjennom mellom ble ha to begge"},
    LanguageEntry{
        "fi", "Finnish",
        "ja on ei se että hän oli joka mutta ovat kun niin myös tai kuin sen jos mitä nyt vain "
        "sekä tämä tämän jotka ole olla voi voit sinun mukaan kanssa kuten jotta siitä kaikki "
        "koska ilman ennen"},
    LanguageEntry{
        "pl", "Polish",
        "i w z na do się nie to jest że o jak od za przez po ale co dla jego czy są tym tego może "
        "tylko już być także które który która oraz jako przy bez ten jej ich gdy lub więc u ze "
        "we on by a no te tak jeśli aby można każdy każda między"},
    LanguageEntry{
        "cs", "Czech",
        "a se v na je že s z do i o k ve jsou by pro jako ale si po jak za to které který která "
        "nebo jeho už od co při tak jen také být než ze my on bude může má kde před mezi není "
        "jejich pokud aby tento tato toto své"},
    LanguageEntry{
        "hu", "Hungarian",
        "a az és hogy nem is egy ez meg de csak ha már van mint vagy azt el volt ezt még lehet "
        "kell azonban amely amelyek minden több után között nincs ki be így én ő s"},
    LanguageEntry{
        "tr", "Turkish",
        "ve bir bu da de için ile çok daha olarak ne gibi kadar sonra olan var ancak her en o ama "
        "ki ya değil mi mu veya bunu şu tüm göre ise hem bile yani sadece olduğu eden ederek nasıl "
        "an on at in it has us is may a ben biz siz onlar üzerinde"},
    LanguageEntry{
        "id", "Indonesian",
        "yang dan di ini itu dengan untuk tidak dari dalam akan pada juga ke karena tersebut bisa "
        "ada mereka lebih telah kami kita oleh atau saya seperti sudah saat adalah dapat secara "
        "antara banyak serta lain bagi jika hanya para setiap hal belum harus namun menjadi anda "
        "sebuah sebagai tanpa hingga bahwa apa kepada"},
    LanguageEntry{
        "ms", "Malay",
        "yang dan di ini itu dengan untuk tidak dari dalam akan pada juga ke kerana tersebut boleh "
        "ada mereka lebih telah kami kita oleh atau saya seperti sudah adalah dapat secara antara "
        "banyak serta lain bagi jika hanya para setiap hal belum namun menjadi anda sebuah sebagai "
        "tanpa hingga bahawa apa kepada"},
    LanguageEntry{
        "vi", "Vietnamese",
        "của và là các cho có được trong một những không với này để khi người đã từ như về cũng "
        "đến đó ra vào nhiều trên sẽ bạn chúng tôi hơn thể bằng theo hoặc nếu thì mà tại vì sự "
        "lại còn cần rất chỉ hay nên do to an in so no me can may than a ta ai ban anh em qua sau "
        "hai khi gì đang phải"},
    LanguageEntry{
        "ru", "Russian",
        "и в не на что с по как это для от к из за или но а то о так бы же у он она они мы вы их "
        "его ее её был была были быть может также если при до только чтобы который которая "
        "которые эти этот эта все уже более между через после без когда где чем со об вам вас"},
    LanguageEntry{
        "uk", "Ukrainian",
        "і в не на що з по як це для від до та або але а то про так би ж у він вона вони ми ви їх "
        "його її був була були бути може також якщо при тільки щоб який яка які ці цей ця всі вже "
        "більше між через після без коли де є й із зі"},
    LanguageEntry{
        "bg", "Bulgarian",
        "и в не на че с по как това за от се или но а са ще е да ги го той тя те ние вие който "
        "която които при до само след без към чрез когато където със във"},
    LanguageEntry{
        "ar", "Arabic",
        "في من على إلى أن هذا هذه التي الذي ما لا مع كان كانت هو هي عن كل بين بعد قبل قد لم لن أو "
        "ثم حيث ذلك تلك كما غير عند حتى إذا منذ خلال"},
    LanguageEntry{
        "fa", "Persian",
        "و در به از که این را با است برای آن یک می تا بر خود هم نیز شده شود اما یا کند باید دارد "
        "بود هر اگر چه آنها ما"},
    LanguageEntry{"ur", "Urdu",
                  "کے کی کا میں ہے سے اور پر کو نے یہ ہیں کہ اس کر ایک بھی جو تو نہیں لیے وہ"},
    LanguageEntry{"hi", "Hindi",
                  "के का की में है से और पर को ने यह हैं कि इस एक भी जो तो नहीं लिए वह या कर था थी"},
    LanguageEntry{"mr", "Marathi", "आणि आहे या हे ते तो ती मध्ये पण नाही एक साठी किंवा आहेत"},
    LanguageEntry{"zh", "Chinese",
                  "这 们 吗 呢 吧 你 們 這 您 它 很 说 還 还 对 从 为 没 让 过 时"},
};
static_assert(kLanguages.size() <= 32);

/// Languages that recto knows by their script alone.
constexpr std::array kOtherNames = {
    LanguageEntry{"ja", "Japanese", ""}, LanguageEntry{"ko", "Korean", ""},
    LanguageEntry{"th", "Thai", ""},     LanguageEntry{"he", "Hebrew", ""},
    LanguageEntry{"el", "Greek", ""},
};

/// A word of the lists, by where it first stands; none when `size` is 0.
struct Slot {
  std::uint8_t list = 0;
  std::uint8_t size = 0;
  std::uint16_t begin = 0;
  Languages languages = 0;
};

constexpr std::size_t kSlots = 4096;  // more than twice the words

constexpr std::string_view word_of(const Slot& slot) {
  return kLanguages[slot.list].words.substr(slot.begin, slot.size);
}

/// Where `word` is looked for first: its FNV-1a hash.
constexpr std::size_t first_slot(std::string_view word) {
  std::uint32_t hash = 2166136261;
  for (const char byte : word) hash = (hash ^ static_cast<std::uint8_t>(byte)) * 16777619;
  return (hash ^ hash >> 16) % kSlots;
}

using Table = std::array<Slot, kSlots>;

/// The slot of `word`, or the free one where it would stand.
constexpr std::size_t slot_of(const Table& table, std::string_view word) {
  std::size_t at = first_slot(word);
  while (table[at].size != 0 && word_of(table[at]) != word) at = (at + 1) % kSlots;
  return at;
}

constexpr Table table() {
  Table result;
  for (std::size_t i = 0; i < kLanguages.size(); ++i) {
    const std::string_view words = kLanguages[i].words;
    for (std::size_t begin = 0; begin < words.size();) {
      const std::size_t end = std::min(words.find(' ', begin), words.size());
      Slot& slot = result[slot_of(result, words.substr(begin, end - begin))];
      if (slot.size == 0) {
        slot.list = static_cast<std::uint8_t>(i);
        slot.size = static_cast<std::uint8_t>(end - begin);
        slot.begin = static_cast<std::uint16_t>(begin);
      }
      slot.languages |= Languages{1} << i;
      begin = end + 1;
    }
  }
  return result;
}

/// Made by the compiler: a hook would spend a thirtieth of its time on it.
constexpr Table kTable = table();

/// The name under which the table has a language.
std::string_view listed(std::string_view language) {
  return language == "no" || language == "nn" ? "nb" : language;
}

}  // namespace

Languages language_bit(const Locale& locale) {
  for (std::size_t i = 0; i < kLanguages.size(); ++i) {
    if (kLanguages[i].tag == listed(locale.language)) return Languages{1} << i;
  }
  return 0;
}

std::string_view language_tag(Languages bit) {
  return kLanguages[static_cast<std::size_t>(std::countr_zero(bit))].tag;
}

Languages languages_of(std::string_view word) {
  return kTable[slot_of(kTable, word)].languages;
}

std::string language_name(const Locale& locale) {
  for (const LanguageEntry& entry : kLanguages) {
    if (entry.tag == listed(locale.language)) return std::string(entry.name);
  }
  for (const LanguageEntry& entry : kOtherNames) {
    if (entry.tag == locale.language) return std::string(entry.name);
  }
  return locale.tag();
}

std::optional<Locale> language_called(std::string_view name) {
  const std::string asked = ascii_lowered(name);
  const auto is_asked = [&](const LanguageEntry& entry) {
    return entry.name.size() == asked.size() && ascii_lowered(entry.name) == asked;
  };
  const auto* known = std::find_if(kLanguages.begin(), kLanguages.end(), is_asked);
  if (known != kLanguages.end()) return parse_locale(known->tag);
  const auto* other = std::find_if(kOtherNames.begin(), kOtherNames.end(), is_asked);
  return other != kOtherNames.end() ? parse_locale(other->tag) : std::nullopt;
}

}  // namespace recto
