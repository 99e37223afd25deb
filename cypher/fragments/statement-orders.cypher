// The orders of statements: the sort key of each, its direction, and the comparison that goes on after a cursor.
// @variant TEXT key=textKey direction=ASC beyond=>
// @variant SAID_DESC key=saidDescending direction=DESC beyond=<
// @variant SAID_ASC key=saidAscending direction=ASC beyond=>
// @variant PUBLISHED_DESC key=publishedDescending direction=DESC beyond=<
// @variant PUBLISHED_ASC key=publishedAscending direction=ASC beyond=>
