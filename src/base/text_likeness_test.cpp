#include <gtest/gtest.h>

#include "base/text.h"

namespace doorstep::text {
namespace {

struct Example {
    char const* a;
    char const* b;
    double jaro;
    double jaro_winkler;
    std::size_t levenshtein;
};

// The first six are Winkler's own examples; the others are names, addresses and numbers as records give them.
// clang-format off
constexpr std::array examples{
    Example{"MARTHA", "MARHTA", 0.9444444444, 0.9611111111, 2},
    Example{"DWAYNE", "DUANE", 0.8222222222, 0.8400000000, 2},
    Example{"DIXON", "DICKSONX", 0.7666666667, 0.8133333333, 4},
    Example{"JONES", "JOHNSON", 0.7904761905, 0.8323809524, 4},
    Example{"ABROMS", "ABRAMS", 0.8888888889, 0.9222222222, 1},
    Example{"NICHLESON", "NICHULSON", 0.9259259259, 0.9555555556, 2},
    Example{"smith", "smyth", 0.8666666667, 0.8933333333, 1},
    Example{"smith", "smith", 1.0000000000, 1.0000000000, 0},
    Example{"ali", "ahmed", 0.5111111111, 0.5111111111, 4},
    Example{"khan", "kahn", 0.9166666667, 0.9250000000, 2},
    Example{"begum", "begam", 0.8666666667, 0.9066666667, 1},
    Example{"mohammed", "muhammad", 0.8333333333, 0.8500000000, 2},
    Example{"oneill", "o'neill", 0.9523809524, 0.9571428571, 1},
    Example{"macdonald", "mcdonald", 0.9629629630, 0.9666666667, 1},
    Example{"catherine", "katherine", 0.9259259259, 0.9259259259, 1},
    Example{"flat 12", "flat 21", 0.9523809524, 0.9714285714, 2},
    Example{"flat 1", "flat 11", 0.9523809524, 0.9714285714, 1},
    Example{"12 high street", "12 high st", 0.9047619048, 0.9428571429, 4},
    Example{"14 victoria road", "41 victoria road", 0.9791666667, 0.9791666667, 2},
    Example{"flat 3, 22 oak court", "flat 3 22 oak court", 0.9833333333, 0.9900000000, 1},
    Example{"22 oak court", "22 oak crescent", 0.8333333333, 0.9000000000, 6},
    Example{"LS9 7AB", "LS9 7BA", 0.9523809524, 0.9714285714, 2},
    Example{"LS9 7AB", "LS97AB", 0.9523809524, 0.9666666667, 1},
    Example{"07700900123", "07700900132", 0.9696969697, 0.9818181818, 2},
    Example{"a", "b", 0.0000000000, 0.0000000000, 1},
    Example{"ab", "ba", 0.0000000000, 0.0000000000, 2},
    Example{"ca", "abc", 0.0000000000, 0.0000000000, 3},
};
// clang-format on

TEST(Likeness, agrees_with_the_reference_values) {
    for (auto const& example : examples) {
        SCOPED_TRACE(std::string(example.a) + " / " + example.b);
        // The reference gives ten decimals.
        EXPECT_NEAR(jaro(example.a, example.b), example.jaro, 1e-9);
        EXPECT_NEAR(jaro_winkler(example.a, example.b), example.jaro_winkler, 1e-9);
        EXPECT_EQ(levenshtein(example.a, example.b), example.levenshtein);
        EXPECT_EQ(levenshtein(example.b, example.a), example.levenshtein);
    }
}

TEST(Likeness, halves_transpositions_as_whole_numbers) {
    EXPECT_NEAR(jaro("9 the green", "9 green"), 0.8311688312, 1e-9);
}

TEST(Likeness, ignores_case_and_counts_code_points) {
    EXPECT_EQ(jaro("ÉLODIE", "élodie"), 1);
    EXPECT_EQ(levenshtein("STRASSE", "straße"), 0u);
    EXPECT_EQ(levenshtein("Zoë", "Zoe"), 1u);
}

TEST(Likeness, of_empty_texts_is_settled) {
    EXPECT_EQ(jaro("", ""), 1);
    EXPECT_EQ(jaro("", "a"), 0);
    EXPECT_EQ(levenshtein("", "abc"), 3u);
    EXPECT_EQ(levenshtein("", ""), 0u);
}

}  // namespace
}  // namespace doorstep::text
