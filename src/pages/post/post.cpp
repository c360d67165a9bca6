#include "pages/post/post.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/inset_text.h"
#include "govuk/moj_sub_navigation.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "html/form_elements.h"
#include "pages/paging.h"
#include "pages/post/sheet.h"
#include "usecases/post/post_room.h"
#include "usecases/settings.h"

namespace doorstep::pages::post {
namespace {

using domain::messages::Message;
using domain::messages::SentHow;
using forms::required;
using storage::post::Letter;
using usecases::post::MarkPosted;
using usecases::post::MarkReturned;
using usecases::post::PostList;
using usecases::post::PostView;

forms::Form<MarkPosted> const& posted_form() {
    static auto const form = forms::form<MarkPosted>(
        "mark-posted",
        forms::checkboxes_field(&MarkPosted::letters,
                                {.name = "letters",
                                 .label = "Which letters left?",
                                 .hint = "Mark them when they are in the post",
                                 .small_choices = true},
                                {required("Select the letters that left")}),
        forms::radios_field(&MarkPosted::how,
                            {.name = "how",
                             .label = "How did they leave?",
                             .choices = {{.value = "post", .text = "Posted"},
                                         {.value = "by-hand", .text = "Put through the door"}}},
                            {required("Select how they left")}),
        forms::text_field(&MarkPosted::proof,
                          {.name = "proof",
                           .label = "Proof of posting",
                           .hint = "The number on the certificate, where there is one",
                           .classes = "govuk-input--width-20",
                           .optional = true},
                          {forms::at_most(100, "Proof of posting must be 100 characters or fewer")}));
    return form;
}

forms::Form<MarkReturned> const& returned_form() {
    static auto const form = forms::form<MarkReturned>(
        "mark-returned",
        forms::date_field(&MarkReturned::on,
                          {.name = "on", .label = "When did it come back?", .recent_days = true},
                          {required("Enter the day it came back")}),
        forms::text_field(&MarkReturned::note,
                          {.name = "note",
                           .label = "What does it say on the envelope?",
                           .hint = "For example, gone away",
                           .optional = true},
                          {forms::at_most(500, "What it says must be 500 characters or fewer")}));
    return form;
}

std::string post_address(MessageId id) { return "/post/" + std::string(id.text()); }

std::string how_many(PostList const& list, PostView view) {
    switch (view) {
        case PostView::to_post:
            return std::to_string(list.counts.to_post);
        case PostView::posted:
            return std::to_string(list.counts.posted);
        case PostView::returned:
            return std::to_string(list.counts.returned);
    }
    return {};
}

Html sections_of_post(PostList const& list) {
    govuk::MojSubNavigation made{.label = "Post", .items = {}};
    for (auto const& row : all_of<PostView>())
        made.items.push_back(
            {.text = std::string(row.words) + " (" + how_many(list, row.value) + ")",
             .href = row.value == PostView::to_post ? "/post" : "/post?view=" + std::string(row.name),
             .active = row.value == list.view});
    return govuk::moj_sub_navigation(made);
}

std::string letter_hint(Letter const& letter) {
    auto const& message = letter.message;
    std::string words = letter.case_reference.empty() ? "About a report" : letter.case_reference;
    words += ", written " + date_words(london_date(message.created_at));
    if (message.language == "cy") words += ", in Welsh";
    if (message.large_print) words += ", large print";
    return words;
}

forms::Choices choices_of(PostList const& list) {
    forms::Choices choices;
    for (auto const& letter : list.rows)
        choices["letters"].push_back({.value = std::string(letter.message.id.text()),
                                      .text = letter.message.addressee + ": " + letter.message.heading,
                                      .hint = letter_hint(letter)});
    return choices;
}

Html letters_table(PostList const& list) {
    bool const back = list.view == PostView::returned;
    govuk::Table table{.rows = {},
                       .head = {{.text = "Letter"}, {.text = "To"}, {.text = back ? "Came back" : "Left"}},
                       .caption = back ? "Came back in the last 90 days" : "Left in the last 14 days",
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true,
                       .stacks = true};
    for (auto const& letter : list.rows) {
        auto const& message = letter.message;
        Html what = html::div("ds-line", html::a(post_address(message.id), message.heading));
        if (!letter.case_reference.empty())
            what << html::div("ds-line ds-line--second", html::nowrap(letter.case_reference));
        Html when;
        if (back) {
            when << html::div("ds-line", Html::text(date_words(*message.returned_on)));
            if (!message.returned_note.empty())
                when << html::div("ds-line ds-line--second", Html::text(message.returned_note));
        } else {
            when << html::div("ds-line", Html::text(date_words(london_date(*message.sent_at))));
            std::string how(message.sent_how ? words_of(*message.sent_how) : std::string_view());
            if (!message.proof.empty()) how += ", " + message.proof;
            when << html::div("ds-line ds-line--second", Html::text(how));
        }
        table.rows.push_back({{.html = what}, {.text = message.addressee}, {.html = when}});
    }
    return govuk::table_wrap({.table = std::move(table), .label = ""});
}

http::Response post_page(Visit& visit, PostList const& list, http::Pairs typed,
                         std::vector<Problem> const& problems) {
    auto const shapes = posted_form().shapes();
    Paging paging{.path = "/post", .query = {}, .page = list.page, .pages = list.pages, .total = list.total};
    if (list.view != PostView::to_post) paging.query.set("view", std::string(name_of(list.view)));
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("Post") << sections_of_post(list);
    if (list.rows.empty()) {
        govuk::EmptyState none{.title = "Nothing to post",
                               .text = "Letters appear here when somebody writes one on a case."};
        if (list.view == PostView::posted) none.title = "Nothing left in the last 14 days";
        if (list.view == PostView::returned)
            none = {.title = "Nothing came back in the last 90 days",
                    .text = "Open a posted letter to say that the post brought it back."};
        body << govuk::empty_state(none);
    } else {
        if (auto const words = showing_words(paging); !words.empty()) body << html::p(words);
        if (list.view == PostView::to_post) {
            body << govuk::button({.text = "Print the letters", .href = "/post/print"});
            Html fields = forms::render_fields(
                shapes, {.typed = std::move(typed), .problems = problems, .choices = choices_of(list)});
            fields << govuk::button({.text = "Mark as posted", .prevent_double_click = true});
            body << visit.form("/post", fields);
        } else {
            body << letters_table(list);
        }
        body << page_links(paging);
    }
    Page page;
    page.title = "Post";
    page.title_note = page_note(paging);
    page.current_section = "post";
    page.has_errors = !problems.empty();
    page.body = std::move(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

void add_fact(govuk::SummaryList& list, char const* key, std::string value) {
    if (!value.empty()) list.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}});
}

http::Response letter_page(Visit& visit, Letter const& letter, http::Pairs typed,
                           std::vector<Problem> const& problems) {
    auto const& message = letter.message;
    auto const shapes = returned_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("Letter");
    govuk::SummaryList list;
    add_fact(list, "State", std::string(words_of(message.state)));
    if (message.sent_at)
        add_fact(list, "Left",
                 (message.sent_how ? std::string(words_of(*message.sent_how)) + ", " : "") +
                     instant_words(*message.sent_at));
    add_fact(list, "Proof of posting", message.proof);
    if (message.returned_on) add_fact(list, "Came back", date_words(*message.returned_on));
    add_fact(list, "On the envelope", message.returned_note);
    body << html::div("govuk-!-display-none-print", govuk::summary_list(list));
    auto const day = london_date(message.sent_at.value_or(visit.context.now));
    body << letter_sheet(message, letter.case_reference, visit.context.settings().site(), day);
    if (message.state == domain::messages::State::sent && !message.returned_on) {
        Html fields =
            forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems, .choices = {}});
        fields << forms::buttons("Save that it came back", "/post?view=posted");
        Html returned = html::h2("Did the post bring it back?");
        returned << visit.form(post_address(message.id) + "/return", fields);
        body << html::div("govuk-!-display-none-print", returned);
    }
    Page page;
    page.title = "Letter";
    page.breadcrumbs = {{"Post", "/post"}};
    page.current_section = "post";
    page.print_reference = letter.case_reference;
    page.has_errors = !problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

http::Response not_a_letter(Visit& visit) {
    return visit.refused({RefusalKind::not_found, "letter-not-found", "There is no such letter"});
}

}  // namespace

http::Response show_post(Visit& visit) {
    auto const view = enum_from_name<PostView>(visit.request.query.value("view")).value_or(PostView::to_post);
    auto const list = usecases::post::list_post(visit.context, view, page_number(visit.request.query));
    if (!list) return visit.refused(list.error());
    return post_page(visit, *list, {}, {});
}

http::Response post_post(Visit& visit) {
    auto const list = usecases::post::list_post(visit.context, PostView::to_post, 1);
    if (!list) return visit.refused(list.error());
    auto parsed = visit.parse(posted_form(), choices_of(*list));
    if (!parsed.ok()) return post_page(visit, *list, std::move(parsed.typed), parsed.problems);
    auto const marked = usecases::post::mark_posted(visit.context, parsed.input);
    if (marked)
        return visit.done("/post",
                          text::count_of(*marked, "letter is", "letters are") + " marked as posted.");
    if (is_about_the_form(marked.error()))
        return post_page(visit, *list, std::move(parsed.typed), problems_of(marked.error()));
    return visit.refused(marked.error());
}

http::Response show_print_run(Visit& visit) {
    auto const run = usecases::post::letters_to_print(visit.context);
    if (!run) return visit.refused(run.error());
    Html body;
    Html top = html::h1("Letters to print");
    top << html::p("Print this page: each letter begins on a new sheet. Then mark them as posted.");
    if (run->waiting > static_cast<int>(run->letters.size()))
        top << govuk::inset_text({.text = "The " + std::to_string(run->letters.size()) + " oldest of " +
                                          std::to_string(run->waiting) + " are here."});
    body << html::div("govuk-!-display-none-print", top);
    if (run->letters.empty())
        body << govuk::empty_state(
            {.title = "Nothing to post", .action_text = "Post", .action_href = "/post"});
    for (auto const& letter : run->letters)
        body << letter_sheet(letter.message, letter.case_reference, visit.context.settings().site(),
                             visit.context.today);
    Page page;
    page.title = "Letters to print";
    page.breadcrumbs = {{"Post", "/post"}};
    page.current_section = "post";
    page.body = html::two_thirds(body);
    return visit.page(std::move(page));
}

http::Response show_post_letter(Visit& visit) {
    auto const id = MessageId::parse(visit.request.parameter("letter"));
    if (!id) return not_a_letter(visit);
    auto const letter = usecases::post::view_post_letter(visit.context, *id);
    if (!letter) return visit.refused(letter.error());
    return letter_page(visit, *letter, {}, {});
}

http::Response post_return(Visit& visit) {
    auto const id = MessageId::parse(visit.request.parameter("letter"));
    if (!id) return not_a_letter(visit);
    auto const letter = usecases::post::view_post_letter(visit.context, *id);
    if (!letter) return visit.refused(letter.error());
    auto parsed = visit.parse(returned_form());
    if (!parsed.ok()) return letter_page(visit, *letter, std::move(parsed.typed), parsed.problems);
    parsed.input.letter = *id;
    auto const saved = usecases::post::mark_returned(visit.context, parsed.input);
    if (saved) return visit.done(post_address(*id), "Saved that it came back.");
    if (is_about_the_form(saved.error()))
        return letter_page(visit, *letter, std::move(parsed.typed), problems_of(saved.error()));
    return visit.refused(saved.error());
}

}  // namespace doorstep::pages::post
