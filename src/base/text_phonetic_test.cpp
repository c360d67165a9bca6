#include <gtest/gtest.h>

#include "base/text.h"

namespace doorstep::text {
namespace {

using Keys = std::vector<std::string>;

struct Pair {
    char const* a;
    char const* b;
};

// clang-format off
constexpr std::array spelt_two_ways{
    // English, Irish, Scottish, Welsh
    Pair{"Smith", "Smyth"}, Pair{"Smith", "Smythe"}, Pair{"Catherine", "Katherine"}, Pair{"Catherine", "Kathryn"},
    Pair{"Stephen", "Steven"}, Pair{"Philip", "Filip"}, Pair{"Geoffrey", "Jeffrey"}, Pair{"Anthony", "Antony"},
    Pair{"Clark", "Clarke"}, Pair{"Brown", "Browne"}, Pair{"Reid", "Reed"}, Pair{"Taylor", "Tailor"},
    Pair{"Allan", "Alan"}, Pair{"Davies", "Davis"}, Pair{"Rees", "Rhys"}, Pair{"Rees", "Reece"}, Pair{"Lloyd", "Loyd"},
    Pair{"Thompson", "Thomson"}, Pair{"Johnson", "Jonson"}, Pair{"Wright", "Right"}, Pair{"Knight", "Night"},
    Pair{"White", "Whyte"}, Pair{"Stewart", "Stuart"}, Pair{"Matthew", "Mathew"}, Pair{"Lewis", "Louis"},
    Pair{"Hughes", "Hews"}, Pair{"Rogers", "Rodgers"}, Pair{"Bridget", "Brigid"}, Pair{"Nichols", "Nicholls"},
    Pair{"Macdonald", "McDonald"}, Pair{"Mc Donald", "McDonald"}, Pair{"MacKenzie", "McKenzie"}, Pair{"Magee", "McGee"},
    Pair{"O'Neill", "ONeil"}, Pair{"O Neill", "O’Neill"}, Pair{"Callaghan", "Callahan"},
    Pair{"McLoughlin", "McLachlan"}, Pair{"Vaughan", "Vaughn"}, Pair{"Carlisle", "Carlyle"}, Pair{"Murdoch", "Murdock"},
    Pair{"Dixon", "Dickson"}, Pair{"Campbell", "Cambell"}, Pair{"Graham", "Graeme"}, Pair{"Llewellyn", "Lewellin"},
    Pair{"Siobhan", "Shivaun"}, Pair{"Sean", "Shawn"}, Pair{"Niamh", "Neve"}, Pair{"Ciaran", "Kieran"},
    Pair{"Aoife", "Eefa"}, Pair{"Eoin", "Owen"}, Pair{"Fisher", "Fischer"}, Pair{"Zoë", "Zoe"},
    // South Asian
    Pair{"Mohammed", "Muhammad"}, Pair{"Mohammed", "Mohamed"}, Pair{"Mohammed", "Md"}, Pair{"Mohammed", "Mohd"},
    Pair{"Begum", "Begam"}, Pair{"Hussain", "Hossein"}, Pair{"Ahmed", "Ahmad"}, Pair{"Chowdhury", "Choudhry"},
    Pair{"Chowdhury", "Chaudhary"}, Pair{"Sheikh", "Shaikh"}, Pair{"Khan", "Kahn"}, Pair{"Aisha", "Ayesha"},
    Pair{"Iqbal", "Ikbal"}, Pair{"Mehmood", "Mahmud"}, Pair{"Rahman", "Rehman"}, Pair{"Rahim", "Raheem"},
    Pair{"Fatima", "Fathima"}, Pair{"Siddique", "Siddiq"}, Pair{"Haq", "Haque"}, Pair{"Uddin", "Ud-Din"},
    Pair{"Javed", "Jawed"}, Pair{"Nawaz", "Navaz"}, Pair{"Anwar", "Anvar"}, Pair{"Wahid", "Vahid"},
    Pair{"Tiwari", "Tivari"}, Pair{"Ashwin", "Ashvin"}, Pair{"Dawood", "Daud"}, Pair{"Singh", "Sing"},
    Pair{"Yusuf", "Yousef"}, Pair{"Ibrahim", "Ebrahim"}, Pair{"Abdur", "Abdul"}, Pair{"Karthik", "Kartik"},
    Pair{"Bhatti", "Batti"}, Pair{"Zahra", "Zara"}, Pair{"Gill", "Ghill"}, Pair{"Geeta", "Gita"}, Pair{"Saima", "Sayma"},
    // Polish and others
    Pair{"Tomasz", "Tomas"}, Pair{"Tomczak", "Tomchak"}, Pair{"Schmidt", "Schmitt"}, Pair{"Łukasz", "Lukas"},
};

constexpr std::array different_names{
    Pair{"Smith", "Jones"}, Pair{"Ali", "Ahmed"}, Pair{"Khan", "Begum"}, Pair{"Ward", "Ford"}, Pair{"Wells", "Fells"},
    Pair{"Walker", "Alker"}, Pair{"Yates", "Oates"}, Pair{"Patel", "Pathan"}, Pair{"Singh", "Sidhu"},
    Pair{"Islam", "Ali"}, Pair{"Kaur", "Khan"}, Pair{"Shah", "Sheikh"}, Pair{"Hall", "Hull-Grey"}, Pair{"Green", "Gray"},
    Pair{"Rogers", "Rowe"}, Pair{"Charles", "Carl"}, Pair{"Baker", "Barker"}, Pair{"Hassan", "Ahsan"},
    Pair{"Young", "Ong"}, Pair{"Thomas", "Evans"}, Pair{"Moore", "Mohr-Jones"}, Pair{"Chapman", "Campion"},
};
// clang-format on

TEST(PhoneticKeys, are_equal_for_names_spelt_two_ways) {
    for (auto const& pair : spelt_two_ways)
        EXPECT_EQ(phonetic_keys(pair.a), phonetic_keys(pair.b)) << pair.a << ", " << pair.b;
}

TEST(PhoneticKeys, tell_other_names_apart) {
    for (auto const& pair : different_names)
        EXPECT_NE(phonetic_keys(pair.a), phonetic_keys(pair.b)) << pair.a << ", " << pair.b;
}

TEST(PhoneticKeys, agree_with_the_paper_where_we_do_not_differ_on_purpose) {
    struct Example {
        char const* name;
        char const* key;
    };
    for (auto const& [name, key] :
         {Example{"Campbell", "KMPL"}, Example{"Michael", "MKL"}, Example{"Knight", "NT"},
          Example{"Cabrillo", "KPRL"}, Example{"Schmidt", "XMT"}, Example{"Philips", "FLPS"},
          Example{"Xavier", "SFR"}, Example{"Bacchus", "PKS"}, Example{"Edge", "AJ"}, Example{"McHugh", "MK"},
          Example{"Arnold", "ARNLT"}, Example{"Chianti", "XNT"}, Example{"Gough", "KF"}, Example{"Hugh", "H"},
          Example{"Laughton", "LTN"}, Example{"Dumb", "TM"}})
        EXPECT_EQ(phonetic_keys(name), Keys{key}) << name;
}

TEST(PhoneticKeys, give_one_key_a_word_in_an_order_of_their_own) {
    EXPECT_EQ(phonetic_keys("Jane Smith"), phonetic_keys("SMITH, Jane"));
    EXPECT_EQ(phonetic_keys("Jane Smith"), (Keys{"JN", "SMT"}));
    EXPECT_EQ(phonetic_keys("Ali Ali"), (Keys{"AL"}));
    EXPECT_EQ(phonetic_keys("Smith-Jones").size(), 2u);
    EXPECT_EQ(phonetic_keys(""), Keys{});
    EXPECT_EQ(phonetic_keys(" - "), Keys{});
}

TEST(PhoneticKeys, leave_words_of_other_scripts_and_numbers_as_they_are) {
    EXPECT_EQ(phonetic_keys("محمد 12"), (Keys{"12", "محمد"}));
}

TEST(PhoneticKeys, survive_every_short_word) {
    // Every word of up to four letters of those that have rules.
    constexpr std::string_view letters = "aceghimnstwx";
    std::size_t const base = letters.size();
    for (std::size_t number = 0; number < base * base * base * base; ++number) {
        std::string word;
        for (auto rest = number; rest > 0; rest /= base) word += letters[rest % base];
        auto const keys = phonetic_keys(word);
        ASSERT_EQ(keys.size(), word.empty() ? 0u : 1u) << word;
    }
}

TEST(Trigrams, are_the_windows_of_each_word_with_its_edges) {
    EXPECT_EQ(trigrams("Ali"), (Keys{"^al", "ali", "li$"}));
    EXPECT_EQ(trigrams("Jo"), (Keys{"^jo", "jo$"}));
    EXPECT_EQ(trigrams("A"), (Keys{"^a$"}));
    EXPECT_EQ(trigrams("ana nana"), (Keys{"^an", "^na", "ana", "na$", "nan"}));
    EXPECT_EQ(trigrams("Ελλη"), (Keys{"^ελ", "ελλ", "λη$", "λλη"}));
    EXPECT_EQ(trigrams("?"), Keys{});
}

}  // namespace
}  // namespace doorstep::text
