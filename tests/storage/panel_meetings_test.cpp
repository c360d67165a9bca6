#include "storage/panel_meetings.h"

#include "storage/on_a_case.h"
#include "storage/papers.h"

namespace doorstep::storage::panel_meetings {
namespace {

using domain::meetings::ItemKind;
using domain::meetings::Part;
using domain::meetings::State;

class PanelMeetings : public test::OnACase {
  protected:
    Meeting meeting(int day, State state = State::planned) {
        Meeting made;
        made.id = PanelMeetingId(ids.next());
        made.series = "Tenant monitoring group";
        made.department = "ASB";
        made.name = "Group of June";
        made.held_on = june(day);
        made.starts = TimeOfDay{10, 0};
        made.state = state;
        made.created_at = clock.now();
        write([&](sql::Write& tx) {
            insert(tx, made, manager.id);
            return true;
        });
        return made;
    }
    Item item(PanelMeetingId meeting, std::string words) {
        Item made;
        made.id = std::string(ids.next().text());
        made.words = std::move(words);
        write([&](sql::Write& tx) {
            insert(tx, meeting, made);
            return true;
        });
        return made;
    }
};

TEST_P(PanelMeetings, keep_everything_about_a_meeting) {
    auto made = meeting(10);
    made.ends = TimeOfDay{12, 30};
    made.next_on = june(30);
    made.unnamed = 2;
    made.state = State::published;
    made.published_at = clock.now();
    EXPECT_TRUE(write([&](sql::Write& tx) { return update(tx, made); }));
    auto stale = made;
    stale.version = 1;
    EXPECT_FALSE(write([&](sql::Write& tx) { return update(tx, stale); }));
    auto const found = read([&](sql::Read& tx) { return find(tx, made.id); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->starts, made.starts);
    EXPECT_EQ(found->ends, made.ends);
    EXPECT_EQ(found->next_on, made.next_on);
    EXPECT_EQ(found->unnamed, 2);
    EXPECT_EQ(found->published_at, made.published_at);
}

TEST_P(PanelMeetings, are_listed_newest_first_and_follow_each_other) {
    auto const first = meeting(3, State::published);
    auto const second = meeting(20);
    read([&](sql::Read& tx) {
        EXPECT_EQ(list(tx, false, 10, 0).front().id, second.id);
        EXPECT_EQ(list(tx, true, 10, 0).size(), 1u);
        EXPECT_EQ(count(tx, false), 2);
        EXPECT_EQ(next_planned(tx, june(10))->id, second.id);
        EXPECT_FALSE(next_planned(tx, june(21)));
        EXPECT_EQ(newest_published(tx)->id, first.id);
        EXPECT_EQ(before(tx, first.series, june(20))->id, first.id);
        EXPECT_FALSE(before(tx, "Another", june(20)));
        return true;
    });
}

TEST_P(PanelMeetings, keep_their_register_in_order) {
    auto const made = meeting(3);
    std::vector<Attendee> const people{{Part::officer, "Ann Baker", "AB"}, {Part::member, "Zed", "Z"}};
    write([&](sql::Write& tx) {
        set_attendees(tx, made.id, {{Part::guest, "Gone", "G"}});
        set_attendees(tx, made.id, people);
        return true;
    });
    EXPECT_EQ(read([&](sql::Read& tx) { return attendees_of(tx, made.id); }), people);
}

TEST_P(PanelMeetings, keep_items_in_order_and_carry_what_is_open) {
    auto const made = meeting(3, State::published);
    auto one = item(made.id, "First");
    auto two = item(made.id, "Second");
    item(made.id, "Third");
    one.action = "Look at the lifts";
    one.action_owner = "AB";
    one.action_due_on = june(20);
    two.is_deferred = true;
    two.kind = ItemKind::question;
    write([&](sql::Write& tx) {
        EXPECT_TRUE(update(tx, one));
        EXPECT_TRUE(update(tx, two));
        return true;
    });
    read([&](sql::Read& tx) {
        auto const items = items_of(tx, made.id);
        EXPECT_EQ(items.size(), 3u);
        EXPECT_EQ(items[1].position, 2);
        EXPECT_EQ(items[1].kind, ItemKind::question);
        EXPECT_EQ(to_carry(tx, made.id).size(), 2u);
        EXPECT_EQ(open_actions(tx, 10).size(), 1u);
        EXPECT_EQ(open_actions(tx, 10).front().held_on, june(3));
        EXPECT_EQ(find_item(tx, one.id)->meeting, made.id);
        EXPECT_FALSE(find_item(tx, "nothing"));
        return true;
    });
    auto const next = meeting(20);
    Item carried;
    carried.id = std::string(ids.next().text());
    carried.carried_from = two.id;
    one.action_done_on = june(9);
    write([&](sql::Write& tx) {
        insert(tx, next.id, carried);
        update(tx, one);
        remove(tx, items_of(tx, made.id).back().id);
        return true;
    });
    read([&](sql::Read& tx) {
        EXPECT_TRUE(to_carry(tx, made.id).empty());
        EXPECT_TRUE(open_actions(tx, 10).empty());
        EXPECT_EQ(items_of(tx, made.id).size(), 2u);
        return true;
    });
}

TEST_P(PanelMeetings, keep_a_question_and_one_answer) {
    Question question;
    question.id = std::string(ids.next().text());
    question.asked_by = officer.id;
    question.asked_at = clock.now();
    question.words = "Why?";
    write([&](sql::Write& tx) {
        ask(tx, question);
        EXPECT_TRUE(answer(tx, question.id, "Because", manager.id, clock.now()));
        EXPECT_FALSE(answer(tx, question.id, "Again", manager.id, clock.now()));
        return true;
    });
    read([&](sql::Read& tx) {
        EXPECT_EQ(find_question(tx, question.id)->answer, "Because");
        EXPECT_EQ(questions(tx, 5).front().answered_by_name, "Marta Lindqvist");
        return true;
    });
}

TEST_P(PanelMeetings, keep_what_is_asked_about_a_paper_apart_and_carry_each_question_once) {
    papers::Paper paper;
    paper.id = BoardPaperId(ids.next());
    paper.period = "2025-26-Q4";
    paper.meeting_on = june(20);
    paper.created_at = clock.now();
    Question of_panel;
    of_panel.id = std::string(ids.next().text());
    of_panel.asked_by = officer.id;
    of_panel.asked_at = clock.now();
    of_panel.words = "Why?";
    auto of_board = of_panel;
    of_board.id = std::string(ids.next().text());
    of_board.paper = paper.id;
    write([&](sql::Write& tx) {
        papers::insert(tx, paper, manager.id);
        ask(tx, of_panel);
        ask(tx, of_board);
        EXPECT_EQ(questions(tx, 5).size(), 1u);
        EXPECT_EQ(questions_about(tx, paper.id, 5).front().id, of_board.id);
        EXPECT_EQ(count_to_carry(tx), 1);
        EXPECT_EQ(questions_to_carry(tx, 5).front().id, of_panel.id);
        carry(tx, of_panel.id, "item");
        EXPECT_EQ(count_to_carry(tx), 0);
        EXPECT_EQ(find_question(tx, of_panel.id)->item, "item");
        return true;
    });
}

DOORSTEP_ON_BOTH_DATABASES(PanelMeetings);

}  // namespace
}  // namespace doorstep::storage::panel_meetings
