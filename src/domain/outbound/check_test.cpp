#include "domain/outbound/check.h"

#include <gtest/gtest.h>

#include "domain/outbound/words.h"

namespace doorstep::domain::outbound {
namespace {

Facts neighbours() {
    return {.hidden = {{.who = "somebody on the other side",
                        .name = "Mr Ivo O'Neill-Marsh",
                        .address = "Flat 12, Acre Court, 4 Mill Lane, Milton Keynes, MK9 3XS",
                        .telephone = "+44 7700 900123",
                        .email = "Ivo@marsh.example"}},
            .moments = {{*Date::of(2026, 6, 3), {23, 40}}},
            .known_names = {"Ana Silva", "Dana Okafor"},
            .own_address = "Flat 9\nAcre Court\n4 Mill Lane\nMK9 3XS",
            .own_telephone = "07700 900999",
            .own_email = "ana@example.org"};
}

using Found = std::vector<std::string>;
Found found(std::string_view text, Facts const& facts = neighbours()) {
    Found words;
    for (auto const& finding : check(text, facts))
        words.push_back(std::string(name_of(finding.severity)) + ": " + finding.words);
    return words;
}

Found blocked(std::string words) { return {"block: " + words}; }
Found cautioned(std::string words) { return {"caution: " + words}; }

}  // namespace

TEST(OutboundCheck, blocks_a_name_of_two_parts_in_either_order) {
    for (auto const* text : {"We spoke to Ivo Marsh.", "MARSH, IVO", "ivo j. marsh", "Ívo O’Neill",
                             "about the O'Neill-Marsh family"})
        EXPECT_EQ(found(text), blocked("Mr Ivo O'Neill-Marsh")) << text;
}

TEST(OutboundCheck, blocks_a_title_with_a_part_of_the_name) {
    EXPECT_EQ(found("We will visit Mr Marsh on Monday"), blocked("Mr Ivo O'Neill-Marsh"));
}

TEST(OutboundCheck, warns_of_one_part_of_a_name_which_may_be_somebody_else) {
    EXPECT_EQ(found("Ivo said he is sorry"), cautioned("Ivo"));
    EXPECT_EQ(found("the marshes, ivory"), Found{});
}

TEST(OutboundCheck, lets_names_pass_that_the_reader_knows) {
    auto facts = neighbours();
    facts.hidden.front().name = "Dana Silva";
    EXPECT_EQ(found("Dear Ana Silva. Ring Dana Okafor.", facts), Found{});
    EXPECT_EQ(found("Bruno Silva", facts), Found{});
    facts.hidden.front().name = "Bruno Silva";
    EXPECT_EQ(found("Dear Ana Silva. Bruno Silva was there.", facts), blocked("Bruno Silva"));
}

TEST(OutboundCheck, takes_ordinary_words_for_names_only_with_a_capital_inside_a_sentence) {
    auto facts = neighbours();
    facts.hidden.front().name = "Will Young";
    EXPECT_EQ(found("We will ring you. Will Tuesday do? You are young", facts), Found{});
    EXPECT_EQ(found("We told Will to stop", facts), cautioned("Will"));
    EXPECT_EQ(found("will young was told", facts), blocked("Will Young"));
}

TEST(OutboundCheck, blocks_the_numbered_part_of_an_address) {
    for (auto const* text : {"a warning to flat 12", "FLAT 012.", "the man in Flat twelve"})
        EXPECT_EQ(found(text), blocked("Flat 12")) << text;
    EXPECT_EQ(found("Flat 120 or flat 1"), Found{});
}

TEST(OutboundCheck, lets_pass_what_both_addresses_share) {
    EXPECT_EQ(found("Flat 9, Acre Court, 4 Mill Lane, MK9 3XS"), Found{});
}

TEST(OutboundCheck, blocks_a_house_by_number_and_street_however_the_street_is_written) {
    auto facts = neighbours();
    facts.hidden.front().address = "17 Orchard Close, MK4 1AB";
    EXPECT_EQ(found("17 Orchard Cl", facts), blocked("17 Orchard Close"));
    EXPECT_EQ(found("people at number 17", facts), cautioned("number 17"));
    EXPECT_EQ(found("in mk41ab", facts), cautioned("MK4 1AB"));
    EXPECT_EQ(found("on 17 June", facts), Found{});
}

TEST(OutboundCheck, blocks_telephone_numbers_however_they_are_spaced) {
    for (auto const* text : {"Ring 07700 900 123", "+44 (0)7700-900123", "07700900123"})
        EXPECT_EQ(found(text), blocked("+44 7700 900123")) << text;
    EXPECT_EQ(found("Ring 07700 900 999 or 01632 960 001"), Found{});
}

TEST(OutboundCheck, does_not_make_a_number_of_several) {
    EXPECT_EQ(found("case 0770, then 0900, then 123"), Found{});
}

TEST(OutboundCheck, blocks_an_email_address) {
    EXPECT_EQ(found("write to IVO@MARSH.EXAMPLE"),
              (Found{"block: Mr Ivo O'Neill-Marsh", "block: Ivo@marsh.example"}));
}

TEST(OutboundCheck, warns_of_the_moment_something_happened) {
    for (auto const* text : {"on 3 June at 11:40pm", "At 23:40 on 3rd of June", "on 03/06/2026, 11.40 pm",
                             "June 3, 2340", "ar 3 Mehefin am 11:40pm"})
        EXPECT_EQ(found(text), cautioned("3 June 2026 at 11:40pm")) << text;
    EXPECT_EQ(found("on 3 June in the evening"), Found{});
    EXPECT_EQ(found("at 11:40pm on 4 June"), Found{});
}

TEST(OutboundCheck, puts_what_blocks_first_and_names_each_once) {
    EXPECT_EQ(found("number 12. Ivo Marsh, again Ivo Marsh. number 12"),
              (Found{"block: Mr Ivo O'Neill-Marsh", "caution: number 12"}));
    EXPECT_TRUE(has_block(check("Ivo Marsh", neighbours())));
    EXPECT_FALSE(has_block(check("Ivo", neighbours())));
}

TEST(OutboundCheck, only_warns_of_somebody_on_the_readers_own_side) {
    auto facts = neighbours();
    facts.hidden.front().worst = Severity::caution;
    EXPECT_EQ(found("Ivo Marsh of flat 12", facts),
              (Found{"caution: Mr Ivo O'Neill-Marsh", "caution: Flat 12"}));
}

TEST(OutboundCheck, finds_nothing_of_people_we_know_nothing_of) {
    EXPECT_EQ(found("Anything at all", Facts{.hidden = {HiddenPerson{}}}), Found{});
    EXPECT_EQ(found("", neighbours()), Found{});
}

TEST(OutboundTerm, lets_a_term_that_forbids_contact_name_whom_and_says_so) {
    auto const found_in = [](Term const& term) {
        return check_term(term, neighbours(), {"Mr Ivo O'Neill-Marsh"});
    };
    auto const allowed = found_in({.words = "Must not contact Ivo Marsh", .forbids_contact = true});
    EXPECT_TRUE(allowed.findings.empty());
    EXPECT_EQ(allowed.named, Found{"Mr Ivo O'Neill-Marsh"});
    auto const elsewhere = found_in({.words = "Must not shout at Ivo Marsh"});
    EXPECT_TRUE(has_block(elsewhere.findings));
    EXPECT_TRUE(elsewhere.named.empty());
}

TEST(OutboundTerm, checks_everything_else_in_a_term_that_forbids_contact) {
    auto const term =
        check_term({.words = "Must not ring Ivo Marsh on 07700 900123", .forbids_contact = true},
                   neighbours(), {"Mr Ivo O'Neill-Marsh"});
    ASSERT_EQ(term.findings.size(), 1u);
    EXPECT_EQ(term.findings[0].severity, Severity::block);
    EXPECT_TRUE(has_block(
        check_term({.words = "Must not contact Ivo Marsh", .forbids_contact = true}, neighbours(), {})
            .findings));
}

TEST(OutboundTerm, only_warns_of_the_address_that_a_term_keeps_somebody_out_of) {
    Term const term{.words = "Must not go near Flat 12 or Ivo Marsh", .keeps_out_of_a_place = true};
    auto const findings = check_term(term, neighbours(), {}).findings;
    ASSERT_EQ(findings.size(), 2u);
    EXPECT_EQ(findings[0].words, "Mr Ivo O'Neill-Marsh");
    EXPECT_EQ(findings[0].severity, Severity::block);
    EXPECT_EQ(findings[1].words, "Flat 12");
    EXPECT_EQ(findings[1].severity, Severity::caution);
}

TEST(WordsIn, keeps_numbers_as_numbers_and_knows_where_sentences_begin) {
    auto const words = words_in("Flat 012a. Twelve men");
    ASSERT_EQ(words.size(), 4u);
    EXPECT_EQ(words[1].folded, "12a");
    EXPECT_EQ(words[2].folded, "12");
    EXPECT_TRUE(words[0].starts_sentence);
    EXPECT_TRUE(words[2].starts_sentence);
    EXPECT_FALSE(words[3].starts_sentence);
    EXPECT_TRUE(words_in("").empty());
    EXPECT_EQ(words_in("\xff\xe2\x80").size() <= 1, true);
}

}  // namespace doorstep::domain::outbound
