#include "domain/cases/states.h"

#include <gtest/gtest.h>

namespace doorstep::domain::cases {
namespace {

struct Row {
    State from;
    Verb verb;
    char const* result;  ///< name of the state afterwards, or code of the refusal
};

// clang-format off
constexpr Row whole_table[] = {
    {State::open,    Verb::work,         "open"},
    {State::open,    Verb::pause,        "paused"},
    {State::open,    Verb::resume,       "case-not-paused"},
    {State::open,    Verb::ask_to_close, "closing"},
    {State::open,    Verb::close,        "closed"},
    {State::open,    Verb::send_back,    "closure-not-waiting"},
    {State::open,    Verb::take_back,    "closure-not-waiting"},
    {State::open,    Verb::reopen,       "case-open"},
    {State::paused,  Verb::work,         "paused"},
    {State::paused,  Verb::pause,        "paused"},
    {State::paused,  Verb::resume,       "open"},
    {State::paused,  Verb::ask_to_close, "closing"},
    {State::paused,  Verb::close,        "closed"},
    {State::paused,  Verb::send_back,    "closure-not-waiting"},
    {State::paused,  Verb::take_back,    "closure-not-waiting"},
    {State::paused,  Verb::reopen,       "case-open"},
    {State::closing, Verb::work,         "closing"},
    {State::closing, Verb::pause,        "closure-waits"},
    {State::closing, Verb::resume,       "case-not-paused"},
    {State::closing, Verb::ask_to_close, "closure-waits"},
    {State::closing, Verb::close,        "closed"},
    {State::closing, Verb::send_back,    "open"},
    {State::closing, Verb::take_back,    "open"},
    {State::closing, Verb::reopen,       "case-open"},
    {State::closed,  Verb::work,         "case-closed"},
    {State::closed,  Verb::pause,        "case-closed"},
    {State::closed,  Verb::resume,       "case-closed"},
    {State::closed,  Verb::ask_to_close, "case-closed"},
    {State::closed,  Verb::close,        "case-closed"},
    {State::closed,  Verb::send_back,    "case-closed"},
    {State::closed,  Verb::take_back,    "case-closed"},
    {State::closed,  Verb::reopen,       "open"},
};
// clang-format on

std::string result_of(State state, Verb verb) {
    auto const next = next_state(state, verb);
    return next ? std::string(name_of(*next)) : next.error().code();
}

TEST(CaseStates, go_where_the_table_says) {
    for (auto const& row : whole_table)
        EXPECT_EQ(result_of(row.from, row.verb), row.result) << name_of(row.from) << " " << name_of(row.verb);
}

TEST(CaseStates, are_each_in_the_table_with_every_verb_once) {
    for (auto const& state : all_of<State>())
        for (auto const& verb : all_of<Verb>()) {
            int rows = 0;
            for (auto const& row : whole_table) rows += row.from == state.value && row.verb == verb.value;
            EXPECT_EQ(rows, 1) << state.name << " " << verb.name;
        }
}

TEST(CaseStates, refuse_a_closed_case_as_closed) {
    EXPECT_EQ(next_state(State::closed, Verb::work).error().kind(), RefusalKind::closed);
}

}  // namespace
}  // namespace doorstep::domain::cases
