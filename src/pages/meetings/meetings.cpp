#include "pages/meetings/meetings.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/inset_text.h"
#include "govuk/record_heading.h"
#include "govuk/table_wrap.h"
#include "govuk/tag.h"
#include "html/elements.h"
#include "pages/meetings/parts.h"
#include "pages/paging.h"
#include "usecases/papers/paper_file.h"
#include "usecases/settings.h"

namespace doorstep::pages::meetings {
namespace {

using domain::meetings::Item;
using domain::meetings::ItemKind;
using domain::meetings::Part;
using domain::meetings::State;
using forms::at_most;
using forms::required;
using usecases::meetings::Attendance;
using usecases::meetings::MeetingDetails;
using usecases::meetings::MeetingView;
using usecases::meetings::PublishMinutes;

govuk::Tag meeting_tag(State state) {
    return {.text = std::string(words_of(state)),
            .classes = state == State::published ? "govuk-tag--green"
                       : state == State::draft   ? "govuk-tag--blue"
                                                 : "govuk-tag--grey"};
}

forms::Form<MeetingDetails> const& details_form_of_meeting() {
    static auto const form = forms::form<MeetingDetails>(
        "meeting",
        forms::text_field(
            &MeetingDetails::series,
            {.name = "series",
             .label = "Type of meeting",
             .hint = "Meetings of one type follow each other: what one leaves open comes back on "
                     "the next agenda"},
            {required("Enter the type of meeting"), at_most(100, "Use 100 characters or fewer")}),
        forms::text_field(&MeetingDetails::department, {.name = "department", .label = "Department"},
                          {required("Enter the department"), at_most(100, "Use 100 characters or fewer")}),
        forms::text_field(
            &MeetingDetails::name, {.name = "name", .label = "Name of the meeting"},
            {required("Enter the name of the meeting"), at_most(200, "Use 200 characters or fewer")}),
        forms::date_field(&MeetingDetails::held_on,
                          {.name = "held-on", .label = "When is it held?", .hint = "For example, 28 6 2026"},
                          {required("Enter the date of the meeting")}),
        forms::time_field(
            &MeetingDetails::starts,
            {.name = "start-time", .label = "When does it start?", .hint = "For example, 10am"}),
        forms::time_field(&MeetingDetails::ends, {.name = "end-time", .label = "When does it end?"}),
        forms::date_field(&MeetingDetails::next_on,
                          {.name = "next-on",
                           .label = "When is the next meeting?",
                           .hint = "Left empty, it is three months later when the minutes are published"}),
        forms::text_field(&MeetingDetails::note_taker, {.name = "note-taker", .label = "Note taker"},
                          {at_most(100, "Use 100 characters or fewer")}));
    return form;
}

forms::Form<Attendance> const& attendance_form() {
    static auto const form = [] {
        auto const lines = [](std::string Attendance::*member, char const* name, char const* label,
                              char const* hint) {
            return forms::textarea_field(member, {.name = name, .label = label, .hint = hint, .rows = 5},
                                         {at_most(4000, "Use 4,000 characters or fewer")});
        };
        return forms::form<Attendance>(
            "attendance",
            lines(&Attendance::members, "members", "Tenant members",
                  "One name a line. Initials before a name, as in AB Ada Byron, or they are taken from it"),
            lines(&Attendance::officers, "officers", "Officers", "One name a line"),
            lines(&Attendance::guests, "guests", "Guests", "One name a line"),
            lines(&Attendance::apologies, "apologies", "Apologies", "One name a line"),
            forms::text_field(&Attendance::unnamed, {.name = "unnamed",
                                                     .label = "How many came whose names are not known yet?",
                                                     .classes = "govuk-input--width-3",
                                                     .input_mode = "numeric"}));
    }();
    return form;
}

forms::Form<Item> const& item_form() {
    static auto const form = forms::form<Item>(
        "meeting-item",
        forms::radios_field(&Item::kind, {.name = "kind", .label = "What is it?"},
                            {required("Select what it is")}),
        forms::text_field(&Item::heading, {.name = "heading", .label = "Heading", .optional = true},
                          {at_most(200, "Use 200 characters or fewer")}),
        forms::text_field(&Item::speaker,
                          {.name = "speaker",
                           .label = "Who said it?",
                           .hint = "Initials of the register, or Group",
                           .classes = "govuk-input--width-10"},
                          {at_most(40, "Use 40 characters or fewer")}),
        forms::textarea_field(
            &Item::words, {.name = "words", .label = "What was said?", .rows = 6},
            {required("Enter what was said"), at_most(6000, "Use 6,000 characters or fewer")}),
        forms::text_field(&Item::action, {.name = "action", .label = "Action", .optional = true},
                          {at_most(500, "Use 500 characters or fewer")}),
        forms::text_field(&Item::action_owner,
                          {.name = "action-owner", .label = "Who does it?", .optional = true},
                          {at_most(100, "Use 100 characters or fewer")}),
        forms::date_field(&Item::action_due_on,
                          {.name = "action-due-on", .label = "By when?", .optional = true}),
        forms::date_field(&Item::action_done_on,
                          {.name = "action-done-on", .label = "When was it done?", .optional = true}),
        forms::text_field(&Item::no_action_because,
                          {.name = "no-action-because",
                           .label = "If it promises something and needs no action, why?",
                           .optional = true},
                          {at_most(300, "Use 300 characters or fewer")}),
        forms::tick_field(&Item::is_deferred,
                          {.name = "is-deferred",
                           .label = "Deferred",
                           .choices = {{.value = "yes", .text = "Bring it back at the next meeting"}}}));
    return form;
}

forms::Form<PublishMinutes> const& publish_form() {
    static auto const form = forms::form<PublishMinutes>(
        "publish-minutes",
        forms::tick_field(&PublishMinutes::knows_warnings,
                          {.name = "knows-warnings",
                           .label = "Before they are published",
                           .choices = {{.value = "yes", .text = "The minutes stand as they are"}}}));
    return form;
}

papers::FormPage page_of_meeting(Visit& visit, char const* title, std::string const& path) {
    auto const address = meeting_address(visit);
    return {.title = title,
            .paper = address,
            .action = address + path,
            .cancel = address,
            .before = {},
            .after = {},
            .hidden = {}};
}

Html warnings_list(MeetingView const& view) {
    if (view.warnings.empty()) return {};
    std::vector<Html> lines;
    for (auto const& warning : view.warnings)
        lines.push_back(Html::text("Item " + std::to_string(warning.position) + ": " + warning.words));
    Html words = html::p("Before the minutes are published, look at this:");
    return govuk::inset_text({.html = words << html::list(lines)});
}

Html items_with_links(MeetingView const& view) {
    auto const address = meeting_address(view.meeting.id);
    govuk::Table table{
        .rows = {},
        .head = {{.text = "Item"}, {.text = "Who"}, {.text = "What was said"}, {.text = "Action"}},
        .caption = "Items",
        .caption_classes = "govuk-table__caption--m",
        .first_cell_is_header = true,
        .stacks = true};
    for (auto const& item : view.items) {
        Html number = html::a(address + "/items/" + item.id, "Item " + std::to_string(item.position));
        Html words;
        if (!item.heading.empty()) words << html::strong(item.heading) << Html::text(": ");
        if (item.kind == ItemKind::question || item.kind == ItemKind::answer)
            words << Html::text(item.kind == ItemKind::question ? "Question: " : "Answer: ");
        words << html::typed_text(item.words);
        auto action = item.action;
        if (!action.empty() && !item.action_owner.empty()) action += " (" + item.action_owner + ")";
        if (item.action_due_on) action += ", by " + date_words(*item.action_due_on);
        if (item.action_done_on) action += ". Done " + date_words(*item.action_done_on);
        table.rows.push_back({{.html = number},
                              {.text = domain::meetings::speaker_words(view.attendees, item.speaker)},
                              {.html = words},
                              {.text = action.empty() ? "None" : action}});
    }
    return govuk::table_wrap({.table = table, .label = ""});
}

http::Response details_page_of_meeting(Visit& visit, papers::FormPage page, http::Pairs typed,
                                       std::vector<Problem> const& problems) {
    return meeting_form_page(visit, std::move(page), details_form_of_meeting().shapes(), std::move(typed),
                             problems);
}

papers::FormPage new_meeting_form() {
    return {.title = "New meeting",
            .paper = {},
            .action = "/meetings/new",
            .cancel = "/meetings",
            .before = {},
            .after = {},
            .hidden = {}};
}

/// Which item the address names, of this meeting.
std::optional<Item> item_named(MeetingView const& view, std::string_view id) {
    for (auto const& item : view.items)
        if (item.id == id) return item;
    return std::nullopt;
}

http::Response item_page(Visit& visit, MeetingView const& view, std::string const& item, http::Pairs typed,
                         std::vector<Problem> const& problems) {
    auto const address = meeting_address(view.meeting.id);
    bool const is_new = item.empty();
    papers::FormPage page{.title = is_new ? "Add an item" : "Change an item",
                          .paper = address,
                          .action = address + "/items/" + (is_new ? "new" : item),
                          .cancel = address,
                          .before = {},
                          .after = {},
                          .hidden = {}};
    if (view.meeting.state == State::published)
        page.before = govuk::inset_text(
            {.text = "These minutes are published: only the day the action was done is kept up."});
    else if (!is_new)
        page.after =
            visit.form(address + "/items/" + item + "/remove",
                       govuk::button({.text = "Remove this item", .classes = "govuk-button--warning"}));
    return meeting_form_page(visit, std::move(page), item_form().shapes(), std::move(typed), problems);
}

}  // namespace

http::Response show_meetings(Visit& visit) {
    auto const list = usecases::meetings::list_meetings(visit.context, page_number(visit.request.query));
    if (!list) return visit.refused(list.error());
    Paging const paging{
        .path = "/meetings", .query = {}, .page = list->page, .pages = list->pages, .total = list->count};
    Html body = html::h1("Meetings");
    body << html::p(html::a("/panel", "What the tenants’ panel sees, and its questions"));
    if (list->may_work) body << govuk::button({.text = "New meeting", .href = "/meetings/new"});
    if (list->meetings.empty()) {
        body << govuk::empty_state(
            {.title = list->may_work ? "No meeting is planned" : "No minutes are published yet",
             .text = list->may_work ? "Meetings of tenant members, with their minutes and "
                                      "actions, appear here."
                                    : "Minutes appear here once they are published."});
    } else {
        govuk::Table table{.rows = {},
                           .head = {{.text = "Meeting"}, {.text = "Date"}, {.text = "State"}},
                           .caption = "Meetings, newest first",
                           .caption_classes = "govuk-table__caption--m",
                           .first_cell_is_header = true,
                           .stacks = true};
        for (auto const& meeting : list->meetings)
            table.rows.push_back(
                {{.html = html::a(meeting_address(meeting.id) + (list->may_work ? "" : "/minutes/read"),
                                  meeting.name)},
                 {.text = date_words(meeting.held_on)},
                 {.html = govuk::tag(meeting_tag(meeting.state))}});
        body << govuk::table_wrap({.table = table, .label = ""}) << page_links(paging);
    }
    Page page = meetings_page("Meetings");
    page.breadcrumbs = {};
    page.title_note = page_note(paging);
    page.body = std::move(body);
    return visit.page(std::move(page));
}

http::Response show_new_meeting(Visit& visit) {
    http::Pairs typed;
    typed.set("series", "Tenant monitoring group");
    typed.set("department", visit.context.settings().site().team_name);
    return details_page_of_meeting(visit, new_meeting_form(), std::move(typed), {});
}

http::Response post_new_meeting(Visit& visit) {
    auto parsed = visit.parse(details_form_of_meeting());
    if (!parsed.ok())
        return details_page_of_meeting(visit, new_meeting_form(), std::move(parsed.typed), parsed.problems);
    auto const made = usecases::meetings::plan_meeting(visit.context, parsed.input);
    if (made) {
        visit.context.note_result_of_once(meeting_address(*made));
        return visit.done(meeting_address(*made), "Meeting saved.");
    }
    if (is_about_the_form(made.error()))
        return details_page_of_meeting(visit, new_meeting_form(), std::move(parsed.typed),
                                       problems_of(made.error()));
    return visit.refused(made.error());
}

http::Response show_meeting(Visit& visit) {
    auto const view = usecases::meetings::view_meeting(visit.context, visit.request.parameter("meeting"));
    if (!view) return visit.refused(view.error());
    auto const& meeting = view->meeting;
    auto const address = meeting_address(meeting.id);
    bool const is_open = meeting.state != State::published;
    Html body = govuk::record_heading({.caption = date_words(meeting.held_on),
                                       .title = meeting.name,
                                       .tags = {meeting_tag(meeting.state)}});
    body << warnings_list(*view);
    std::vector<Html> links;
    if (is_open) {
        links.push_back(html::a(address + "/edit", "Change the details"));
        links.push_back(html::a(address + "/attendance",
                                "Attendance (" + std::to_string(view->attendees.size()) + " named)"));
    }
    links.push_back(html::a(address + "/minutes/read", "Read the minutes"));
    body << html::list(links);
    if (is_open && view->questions_waiting > 0)
        body << visit.form(address + "/questions",
                           govuk::button({.text = view->questions_waiting == 1
                                                      ? "Bring 1 question onto the agenda"
                                                      : "Bring " + std::to_string(view->questions_waiting) +
                                                            " questions onto the agenda",
                                          .classes = "govuk-button--secondary"}));
    if (view->items.empty())
        body << govuk::empty_state({.title = "Nothing has been written yet",
                                    .text =
                                        "Write down each item as it is discussed: who said what, and what "
                                        "follows."});
    else
        body << items_with_links(*view);
    if (is_open) {
        Html buttons = govuk::button({.text = "Add an item", .href = address + "/items/new"});
        if (!view->items.empty())
            buttons << Html::text(" ")
                    << govuk::button({.text = "Publish the minutes",
                                      .href = address + "/minutes",
                                      .classes = "govuk-button--secondary"});
        body << buttons;
    }
    Page page = meetings_page("Meeting");
    page.body = std::move(body);
    return visit.page(std::move(page));
}

http::Response post_meeting_questions(Visit& visit) {
    auto const brought =
        usecases::meetings::bring_questions(visit.context, visit.request.parameter("meeting"));
    if (!brought) return visit.refused(brought.error());
    return visit.done(meeting_address(visit),
                      text::count_of(*brought, "question is", "questions are") + " on the agenda.");
}

http::Response show_meeting_details(Visit& visit) {
    auto const view = usecases::meetings::view_meeting(visit.context, visit.request.parameter("meeting"));
    if (!view) return visit.refused(view.error());
    auto const& m = view->meeting;
    MeetingDetails const details{m.series, m.department, m.name,    m.held_on,
                                 m.starts, m.ends,       m.next_on, m.note_taker};
    auto page = page_of_meeting(visit, "Details of the meeting", "/edit");
    page.hidden.set("version", std::to_string(m.version));
    return details_page_of_meeting(visit, std::move(page), forms::fill(details_form_of_meeting(), details),
                                   {});
}

http::Response post_meeting_details(Visit& visit) {
    auto parsed = visit.parse(details_form_of_meeting());
    auto const version = visit.request.form.value("version");
    auto const again = [&](std::vector<Problem> const& problems) {
        auto page = page_of_meeting(visit, "Details of the meeting", "/edit");
        page.hidden.set("version", std::string(version));
        return details_page_of_meeting(visit, std::move(page), parsed.typed, problems);
    };
    if (!parsed.ok()) return again(parsed.problems);
    auto const saved = usecases::meetings::change_meeting(
        visit.context, {.id = std::string(visit.request.parameter("meeting")),
                        .seen_version = forms::Codec<std::int64_t>::decode(version).value_or(0),
                        .details = parsed.input});
    if (saved) return visit.done(meeting_address(visit), "Details saved.");
    if (is_about_the_form(saved.error())) return again(problems_of(saved.error()));
    return visit.refused(saved.error());
}

http::Response show_attendance(Visit& visit) {
    auto const view = usecases::meetings::view_meeting(visit.context, visit.request.parameter("meeting"));
    if (!view) return visit.refused(view.error());
    auto const lines = [&](Part part) { return domain::meetings::attendee_lines(view->attendees, part); };
    Attendance const attendance{.id = {},
                                .members = lines(Part::member),
                                .officers = lines(Part::officer),
                                .guests = lines(Part::guest),
                                .apologies = lines(Part::apologies),
                                .unnamed = view->meeting.unnamed};
    return meeting_form_page(visit, page_of_meeting(visit, "Attendance", "/attendance"),
                             attendance_form().shapes(), forms::fill(attendance_form(), attendance), {});
}

http::Response post_attendance(Visit& visit) {
    auto parsed = visit.parse(attendance_form());
    auto const again = [&](std::vector<Problem> const& problems) {
        return meeting_form_page(visit, page_of_meeting(visit, "Attendance", "/attendance"),
                                 attendance_form().shapes(), parsed.typed, problems);
    };
    if (!parsed.ok()) return again(parsed.problems);
    parsed.input.id = std::string(visit.request.parameter("meeting"));
    auto const saved = usecases::meetings::record_attendance(visit.context, parsed.input);
    if (saved) return visit.done(meeting_address(visit), "Attendance saved.");
    if (is_about_the_form(saved.error())) return again(problems_of(saved.error()));
    return visit.refused(saved.error());
}

http::Response show_new_item(Visit& visit) {
    auto const view = usecases::meetings::view_meeting(visit.context, visit.request.parameter("meeting"));
    if (!view) return visit.refused(view.error());
    http::Pairs typed;
    typed.set("kind", "note");
    return item_page(visit, *view, "", std::move(typed), {});
}

http::Response post_new_item(Visit& visit) {
    auto const view = usecases::meetings::view_meeting(visit.context, visit.request.parameter("meeting"));
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(item_form());
    if (!parsed.ok()) return item_page(visit, *view, "", std::move(parsed.typed), parsed.problems);
    auto const saved = usecases::meetings::save_item(
        visit.context,
        {.meeting = std::string(visit.request.parameter("meeting")), .item = "", .content = parsed.input});
    if (saved) {
        visit.context.note_result_of_once(meeting_address(visit));
        return visit.done(meeting_address(visit), "Item saved.");
    }
    if (is_about_the_form(saved.error()))
        return item_page(visit, *view, "", std::move(parsed.typed), problems_of(saved.error()));
    return visit.refused(saved.error());
}

http::Response show_item(Visit& visit) {
    auto const view = usecases::meetings::view_meeting(visit.context, visit.request.parameter("meeting"));
    if (!view) return visit.refused(view.error());
    auto const item = item_named(*view, visit.request.parameter("item"));
    if (!item) return visit.refused(Refusal(RefusalKind::not_found, "no-such-item", "There is no such item"));
    return item_page(visit, *view, item->id, forms::fill(item_form(), *item), {});
}

http::Response post_item(Visit& visit) {
    auto const view = usecases::meetings::view_meeting(visit.context, visit.request.parameter("meeting"));
    if (!view) return visit.refused(view.error());
    std::string const id(visit.request.parameter("item"));
    auto parsed = visit.parse(item_form());
    if (!parsed.ok()) return item_page(visit, *view, id, std::move(parsed.typed), parsed.problems);
    auto const saved = usecases::meetings::save_item(
        visit.context,
        {.meeting = std::string(visit.request.parameter("meeting")), .item = id, .content = parsed.input});
    if (saved) return visit.done(meeting_address(visit), "Item saved.");
    if (is_about_the_form(saved.error()))
        return item_page(visit, *view, id, std::move(parsed.typed), problems_of(saved.error()));
    return visit.refused(saved.error());
}

http::Response post_remove_item(Visit& visit) {
    auto const done = usecases::meetings::remove_item(visit.context, visit.request.parameter("meeting"),
                                                      visit.request.parameter("item"));
    if (!done) return visit.refused(done.error());
    return visit.done(meeting_address(visit), "Item removed.");
}

http::Response show_minutes(Visit& visit) {
    auto const view = usecases::meetings::view_meeting(visit.context, visit.request.parameter("meeting"));
    if (!view) return visit.refused(view.error());
    if (view->meeting.state == State::published)
        return visit.see_other(meeting_address(visit) + "/minutes/read");
    auto page = page_of_meeting(visit, "Publish the minutes", "/minutes");
    page.save_text = "Publish the minutes";
    page.before = html::p("Members of the group and the board can read them from then on.");
    page.before << warnings_list(*view);
    bool const asks = !view->warnings.empty();
    return meeting_form_page(visit, std::move(page),
                             asks ? publish_form().shapes() : std::vector<forms::FieldShape>{}, {}, {});
}

http::Response post_minutes(Visit& visit) {
    auto parsed = visit.parse(publish_form());
    parsed.input.id = std::string(visit.request.parameter("meeting"));
    auto const done = usecases::meetings::publish_minutes(visit.context, parsed.input);
    if (done) return visit.done(meeting_address(visit) + "/minutes/read", "The minutes are published.");
    if (!is_about_the_form(done.error())) return visit.refused(done.error());
    auto const view = usecases::meetings::view_meeting(visit.context, parsed.input.id);
    if (!view) return visit.refused(view.error());
    auto page = page_of_meeting(visit, "Publish the minutes", "/minutes");
    page.save_text = "Publish the minutes";
    page.before = warnings_list(*view);
    return meeting_form_page(visit, std::move(page), publish_form().shapes(), std::move(parsed.typed),
                             problems_of(done.error()));
}

http::Response read_minutes(Visit& visit) {
    auto const view = usecases::meetings::view_meeting(visit.context, visit.request.parameter("meeting"));
    if (!view) return visit.refused(view.error());
    auto const report = usecases::meetings::minutes_report(*view, visit.context.settings());
    auto const files = meeting_address(view->meeting.id) + "/minutes/download/";
    Html body = report_body(report);
    body << html::h2("Download")
         << html::list({html::a(files + "pdf", "Minutes as PDF"),
                        html::a(files + "docx", "Minutes as a Word document"),
                        html::a(files + "html?pack=catch-up", "What you missed, in short")});
    Page page = meetings_page("Minutes");
    page.print_reference = report.title;
    page.body = std::move(body);
    return visit.page(std::move(page));
}

http::Response download_minutes(Visit& visit) {
    auto const format = enum_from_name<usecases::papers::PaperFormat>(visit.request.parameter("format"));
    if (!format || *format == usecases::papers::PaperFormat::xlsx)
        return visit.refused(Refusal(RefusalKind::not_found, "no-such-format", "There is no such format"));
    auto const view = usecases::meetings::view_meeting(visit.context, visit.request.parameter("meeting"));
    if (!view) return visit.refused(view.error());
    bool const is_pack = visit.request.query.value("pack") == "catch-up";
    auto const& settings = visit.context.settings();
    auto const report = is_pack ? usecases::meetings::catch_up_report(*view, settings)
                                : usecases::meetings::minutes_report(*view, settings);
    auto made = usecases::papers::make_report_file(
        report, (is_pack ? "what-you-missed-" : "minutes-") + view->meeting.held_on.iso(), *format);
    if (!made) return visit.refused(made.error());
    http::Response response;
    response.content_type = made->content_type;
    response.body = std::move(made->bytes);
    return std::move(response).with_header("Content-Disposition",
                                           "attachment; filename=\"" + made->name + "\"");
}

}  // namespace doorstep::pages::meetings
