#pragma once

#include <algorithm>
#include <array>
#include <string_view>

/// Names whose spelling says too little about their sound, and how English speakers would write what they
/// hear. Sorted by name, folded.
namespace doorstep::text {

struct Respelling {
    std::string_view name;
    std::string_view sound;
};

// clang-format off
inline constexpr std::array respellings{
    Respelling{"abdel", "abdul"},
    Respelling{"abdur", "abdul"},
    Respelling{"abdus", "abdul"},
    Respelling{"beauchamp", "beecham"},
    Respelling{"ceri", "kerry"},
    Respelling{"cerys", "kerris"},
    Respelling{"cholmondeley", "chumley"},
    Respelling{"ciara", "keera"},
    Respelling{"ciaran", "kieran"},
    Respelling{"cillian", "killian"},
    Respelling{"colquhoun", "cahoon"},
    Respelling{"dalziel", "deeyell"},
    Respelling{"eilidh", "ayly"},
    Respelling{"eoghan", "owen"},
    Respelling{"featherstonehaugh", "fanshaw"},
    Respelling{"geraint", "gerraint"},
    Respelling{"graham", "graeme"},
    Respelling{"grahame", "graeme"},
    Respelling{"mainwaring", "mannering"},
    Respelling{"marjoribanks", "marchbanks"},
    Respelling{"md", "mohammed"},
    Respelling{"meagher", "maher"},
    Respelling{"menzies", "mingis"},
    Respelling{"mhd", "mohammed"},
    Respelling{"mohd", "mohammed"},
    Respelling{"muhd", "mohammed"},
    Respelling{"niamh", "neeve"},
    Respelling{"oisin", "osheen"},
    Respelling{"orlaith", "orla"},
    Respelling{"roisin", "rosheen"},
    Respelling{"ruairidh", "rory"},
    Respelling{"ruaridh", "rory"},
    Respelling{"saoirse", "seersha"},
    Respelling{"seamus", "shaymus"},
    Respelling{"sean", "shaun"},
    Respelling{"sian", "sharn"},
    Respelling{"sinead", "shinade"},
    Respelling{"siobhan", "shivaun"},
    Respelling{"strachan", "strawn"},
    Respelling{"tadhg", "tige"},
};
// clang-format on

static_assert(std::is_sorted(respellings.begin(), respellings.end(),
                             [](auto const& a, auto const& b) { return a.name < b.name; }));

inline std::string_view respelt(std::string_view name) {
    auto const found =
        std::lower_bound(respellings.begin(), respellings.end(), name,
                         [](Respelling const& row, std::string_view wanted) { return row.name < wanted; });
    return found != respellings.end() && found->name == name ? found->sound : name;
}

}  // namespace doorstep::text
