#include <gtest/gtest.h>

#include "components/fixtures.h"
#include "components/shared_parts.h"
#include "govuk/summary_list.h"
#include "govuk/table.h"
#include "govuk/tabs.h"
#include "govuk/task_list.h"

namespace doorstep::components_tests {

static void read_into(Options const& options, govuk::SummaryListAction& action) {
    options.read("href", action.href)
        .read("text", action.text)
        .read("html", action.html)
        .read("visuallyHiddenText", action.visually_hidden_text)
        .read("classes", action.classes)
        .read("attributes", action.attributes);
}

static void read_into(Options const& options, govuk::SummaryListActions& actions) {
    options.read("items", actions.items).read("classes", actions.classes);
}

static void read_into(Options const& options, govuk::SummaryListCell& cell) {
    options.read("text", cell.text).read("html", cell.html).read("classes", cell.classes);
}

static void read_into(Options const& options, govuk::SummaryListRow& row) {
    options.read("key", row.key)
        .read("value", row.value)
        .read("actions", row.actions)
        .read("classes", row.classes);
}

static void read_into(Options const& options, govuk::SummaryCardTitle& title) {
    options.read("text", title.text)
        .read("html", title.html)
        .read("headingLevel", title.heading_level)
        .read("classes", title.classes);
}

static void read_into(Options const& options, govuk::SummaryCard& card) {
    options.read("title", card.title)
        .read("actions", card.actions)
        .read("classes", card.classes)
        .read("attributes", card.attributes);
}

static void read_into(Options const& options, govuk::TableCell& cell) {
    options.read("text", cell.text)
        .read("html", cell.html)
        .read("format", cell.format)
        .read("classes", cell.classes)
        .read("colspan", cell.colspan)
        .read("rowspan", cell.rowspan)
        .read("attributes", cell.attributes);
}

static void read_into(Options const& options, std::vector<govuk::TableCell>& row) {
    for (auto const& item : options.items()) read_into(item, row.emplace_back());
}

static void read_into(Options const& options, govuk::TabsPanel& panel) {
    options.read("text", panel.text).read("html", panel.html).read("attributes", panel.attributes);
}

static void read_into(Options const& options, govuk::TabsItem& item) {
    options.read("id", item.id)
        .read("label", item.label)
        .read("attributes", item.attributes)
        .read("panel", item.panel);
}

static void read_into(Options const& options, govuk::TaskListTitle& title) {
    options.read("text", title.text).read("html", title.html).read("classes", title.classes);
}

static void read_into(Options const& options, govuk::TaskListStatus& status) {
    options.read("text", status.text)
        .read("html", status.html)
        .read("tag", status.tag)
        .read("classes", status.classes);
}

static void read_into(Options const& options, govuk::TaskListItem& item) {
    options.read("title", item.title)
        .read("hint", item.hint)
        .read("status", item.status)
        .read("href", item.href)
        .read("classes", item.classes);
}

namespace {

TEST(SummaryList, is_the_official_one) {
    expect_official_fixtures("summary-list", [](Options const& options) {
        govuk::SummaryList list;
        options.read("rows", list.rows)
            .read("card", list.card)
            .read("classes", list.classes)
            .read("attributes", list.attributes);
        return govuk::summary_list(list);
    });
}

TEST(Table, is_the_official_one) {
    expect_official_fixtures("table", [](Options const& options) {
        govuk::Table table;
        options.read("rows", table.rows)
            .read("head", table.head)
            .read("caption", table.caption)
            .read("captionClasses", table.caption_classes)
            .read("firstCellIsHeader", table.first_cell_is_header)
            .read("classes", table.classes)
            .read("attributes", table.attributes);
        return govuk::table(table);
    });
}

TEST(Tabs, are_the_official_ones) {
    expect_official_fixtures("tabs", [](Options const& options) {
        govuk::Tabs tabs;
        options.read("id", tabs.id)
            .read("idPrefix", tabs.id_prefix)
            .read("title", tabs.title)
            .read("items", tabs.items)
            .read("classes", tabs.classes)
            .read("attributes", tabs.attributes);
        return govuk::tabs(tabs);
    });
}

TEST(TaskList, is_the_official_one) {
    expect_official_fixtures("task-list", [](Options const& options) {
        govuk::TaskList list;
        options.read("items", list.items)
            .read("idPrefix", list.id_prefix)
            .read("classes", list.classes)
            .read("attributes", list.attributes);
        return govuk::task_list(list);
    });
}

}  // namespace
}  // namespace doorstep::components_tests
