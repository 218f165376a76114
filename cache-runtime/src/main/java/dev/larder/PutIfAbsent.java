package dev.larder;
