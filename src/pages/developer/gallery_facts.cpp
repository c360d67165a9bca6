#include "govuk/empty_state.h"
#include "govuk/moj_messages.h"
#include "govuk/stat_card.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "govuk/task_list.h"
#include "html/elements.h"
#include "pages/developer/gallery_sections.h"

namespace doorstep::pages::developer {

namespace {

govuk::SummaryListActions change(Speaker const& say, std::string_view english, std::string_view welsh) {
    return {.items = {{.href = "#",
                       .text = std::string(say.words().change),
                       .visually_hidden_text = say(english, welsh)}}};
}

Html answers(Speaker const& say) {
    Html out = govuk::summary_list({
        .rows = {{.key = {.text = say("When", "Pryd")},
                  .value = {.text = say("3 June 2026, about 11pm", "3 Mehefin 2026, tua 11pm")},
                  .actions = change(say, "when it happened", "pryd y digwyddodd")},
                 {.key = {.text = say("What happened", "Beth ddigwyddodd")},
                  .value = {.html = html::typed_text(
                                say("Loud music from upstairs.\nIt stopped at about 2am.",
                                    "Cerddoriaeth uchel o'r llawr uwchben.\nDaeth i ben tua 2am."))},
                  .actions = change(say, "what happened", "beth ddigwyddodd")},
                 {.key = {.text = say("Reference", "Cyfeirnod")}, .value = {.text = "ASB-26-00142"}}},
    });
    out << govuk::summary_list({
        .rows = {{.key = {.text = say("Dealt with by", "Yn cael ei drin gan")},
                  .value = {.text = "Dana Okafor"}},
                 {.key = {.text = say("Next contact", "Cyswllt nesaf")},
                  .value = {.text = say("by 5pm on 10 June", "erbyn 5pm ar 10 Mehefin")}}},
        .card = {.title = {.text = say("Noise at night", "Sŵn yn y nos"), .heading_level = 4},
                 .actions = {.items = {{.href = "#", .text = say("Open", "Agor")}}}},
    });
    return out;
}

Html plan(Speaker const& say) {
    return govuk::table_wrap(
        {.table = {
             .rows = {{{.text = say("Speak to the tenant above", "Siarad â'r tenant uwchben")},
                       {.text = "Dana Okafor"},
                       {.text = say("6 June", "6 Mehefin")},
                       {.text = "1", .format = "numeric"}},
                      {{.text = say("Keep a diary", "Cadw dyddiadur")},
                       {.text = say("You", "Chi")},
                       {.text = say("20 June", "20 Mehefin")},
                       {.text = "14", .format = "numeric"}}},
             .head = {{.text = say("Step", "Cam")},
                      {.text = say("Who", "Pwy")},
                      {.text = say("By", "Erbyn")},
                      {.text = say("Times", "Gweithiau"), .format = "numeric"}},
             .caption = say("Action plan", "Cynllun gweithredu"),
             .caption_classes = "govuk-table__caption--m",
             .first_cell_is_header = true,
         }});
}

Html tasks(Speaker const& say) {
    return govuk::task_list({
        .items = {{.title = {.text = say("What happened", "Beth ddigwyddodd")},
                   .status = {.text = say("Completed", "Wedi'i gwblhau")},
                   .href = "#"},
                  {.title = {.text = say("Photos and recordings", "Lluniau a recordiadau")},
                   .hint = {.text = say("You do not need any", "Nid oes angen dim")},
                   .status = {.tag = {.text = say("Not started yet", "Heb ddechrau eto"),
                                      .classes = "govuk-tag--blue"}},
                   .href = "#"},
                  {.title = {.text = say("Send", "Anfon")},
                   .status = {.text = say("Cannot start yet", "Methu dechrau eto"),
                              .classes = "govuk-task-list__status--cannot-start-yet"}}},
        .id_prefix = "gallery-task",
    });
}

Html messages(Speaker const& say) {
    return govuk::moj_messages({
        .id = "gallery-messages",
        .label = say("Messages", "Negeseuon"),
        .items = {{.type = govuk::MojMessageType::sent,
                   .text = say("It happened again last night.", "Digwyddodd eto neithiwr."),
                   .sender = say("You", "Chi"),
                   .date = "2026-06-04",
                   .date_words = say("4 June 2026", "4 Mehefin 2026"),
                   .timestamp = "2026-06-04T09:12:00+01:00",
                   .time_words = "9:12am"},
                  {.type = govuk::MojMessageType::received,
                   .text = say("Thank you. I will call you at 2pm today.",
                               "Diolch. Byddaf yn eich ffonio am 2pm heddiw."),
                   .sender = "Dana Okafor",
                   .date = "2026-06-04",
                   .date_words = say("4 June 2026", "4 Mehefin 2026"),
                   .timestamp = "2026-06-04T10:30:00+01:00",
                   .time_words = "10:30am"}},
        .at = say("at", "am"),
    });
}

}  // namespace

Html facts_section(Speaker const& say) {
    Html out = html::h2(say("Facts", "Ffeithiau"));
    out << example("Summary list and card", answers(say)) << example("Table in its wrap", plan(say))
        << example("Task list", tasks(say)) << example("Messages", messages(say));
    out << example(
        "Headline figures",
        govuk::stat_cards(
            {{.figure = "12", .label = "Contacts overdue", .href = "#", .classes = "ds-stat--urgent"},
             {.figure = "112", .label = "Open cases", .href = "#", .note = "104 last quarter"},
             {.figure = "52%", .label = "Satisfied", .href = "#", .note = "13 of 25 answers"},
             {.figure = "not collected", .label = "Before April 2025"}}));
    out << example("Nothing found", govuk::empty_state({.title = "No cases match these filters",
                                                        .heading_level = 4,
                                                        .text = "There are 112 cases without filters.",
                                                        .action_text = "Clear filters",
                                                        .action_href = "#"}));
    out << example("Nothing yet",
                   govuk::empty_state(
                       {.title = say("No entries yet", "Dim cofnodion eto"),
                        .heading_level = 4,
                        .text = say("What you write down shows here, newest first.",
                                    "Mae'r hyn rydych yn ei nodi yn ymddangos yma, y diweddaraf yn gyntaf."),
                        .action_text = say("Add an entry", "Ychwanegu cofnod"),
                        .action_href = "#"}));
    return out;
}

}  // namespace doorstep::pages::developer
